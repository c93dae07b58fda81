using System.Net;
using DurableSqlite;
using DurableSqlite.Storage;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace LocalFunctionsHost.Queues;

/// <summary>
/// Azure Queue Storage without Azure: one account, kept in the file <c>queues.db</c> of the state folder, served on a port of the loopback
/// interface that serves nothing else. Clients need the account's key, which the connection string has.
/// </summary>
public sealed class LocalQueues : IAsyncDisposable
{
    private const string Account = "local";
    private const int LongestBody = 1024 * 1024;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(1);

    private readonly Store _store;
    private readonly KestrelServer _server;

    private LocalQueues(Store store, KestrelServer server)
    {
        _store = store;
        _server = server;
    }

    /// <summary>What storage clients connect with; it holds the account's key.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Opens the file and starts to serve it.</summary>
    /// <param name="stateFolder">The folder that <c>queues.db</c> is in.</param>
    /// <param name="health">Shows whether the file can be written.</param>
    /// <param name="time">The clock that messages are hidden, shown and dropped by.</param>
    /// <param name="loggers">Takes event id 9151, and those of the storage.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="HostStartException">The file cannot be used; the message says why.</exception>
    public static Task<LocalQueues> StartAsync(
        string stateFolder,
        SqliteStorageHealth health,
        TimeProvider time,
        ILoggerFactory loggers,
        int port = 0,
        CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(stateFolder, "queues.db");
        var store = new Store(path, QueueSchema.Current, health, loggers.CreateLogger<LocalQueues>());
        return StartAsync(store, time, loggers, port, cancellationToken);
    }

    internal static async Task<LocalQueues> StartAsync(
        Store store, TimeProvider time, ILoggerFactory loggers, int port, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, Limits = { MaxRequestBodySize = LongestBody } };
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers);
        var queues = new LocalQueues(store, new KestrelServer(Options.Create(options), transport, loggers));
        try
        {
            await queues.ServeAsync(time, loggers, cancellationToken);
            return queues;
        }
        catch (SqliteStorageException e)
        {
            await queues.DisposeAsync();
            throw new HostStartException(e.Message, e);
        }
        catch
        {
            await queues.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends what is under way, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(LongestStop);
        await _server.StopAsync(patience.Token);
        _server.Dispose();
        _store.Dispose();
    }

    private async Task ServeAsync(TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        KeepFromOthers(_store.Path);
        _store.Open();
        var messages = new MessageTable(_store, time);
        await messages.ReleaseHeldAsync();
        var key = _store.Read(database => database.Scalar<byte[]>("SELECT Key FROM Account"))!;
        var protocol = new QueueProtocol(
            Account,
            new SharedKey(Account, key),
            new QueueOperations(new QueueTable(_store, time)),
            new MessageOperations(messages),
            loggers.CreateLogger<LocalQueues>());
        await _server.StartAsync(new HttpApplication(protocol.HandleAsync), cancellationToken);
        var address = _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        ConnectionString = "DefaultEndpointsProtocol=http;"
            + $"AccountName={Account};AccountKey={Convert.ToBase64String(key)};QueueEndpoint={address}/{Account};";
    }

    // The file has the key in it: it is made for its owner alone, and SQLite gives the files beside it the same rights.
    private static void KeepFromOthers(string path)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
        {
            return;
        }

        try
        {
            new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The store meets the same, and says it in a sentence.
        }
    }
}
