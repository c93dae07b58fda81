using System.Net;
using DurableSqlite.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalFunctionsHost.Queues;

/// <summary>
/// Azure Queue Storage without Azure: one account, kept in the file <c>queues.db</c> of the state folder, served on a port of the loopback
/// interface that serves nothing else. Clients need the account's key, which the connection string has.
/// </summary>
internal sealed class LocalQueues : IAsyncDisposable
{
    private const string Account = "local";
    private const int LongestBody = 1024 * 1024;

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(1);

    private readonly Store _store;
    private readonly WebApplication _server;

    private LocalQueues(Store store, WebApplication server, byte[] key)
    {
        (_store, _server) = (store, server);
        ConnectionString = "DefaultEndpointsProtocol=http;"
            + $"AccountName={Account};AccountKey={Convert.ToBase64String(key)};QueueEndpoint={server.Urls.Single()}/{Account};";
    }

    public string ConnectionString { get; }

    /// <exception cref="HostStartException">The file cannot be used; the message says why.</exception>
    public static Task<LocalQueues> StartAsync(
        string stateFolder, SqliteStorageHealth health, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var path = Path.Combine(stateFolder, "queues.db");
        var store = new Store(path, QueueSchema.Current, health, loggers.CreateLogger<LocalQueues>());
        return StartAsync(store, time, loggers, cancellationToken);
    }

    public static async Task<LocalQueues> StartAsync(
        Store store, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        try
        {
            store.Open(); // for its owner alone: the file has the key in it
            var messages = new MessageOperations(store, time);
            await messages.TidyAsync();
            var key = store.Read(database => database.Scalar<byte[]>("SELECT Key FROM Account"))!;
            var protocol = new QueueProtocol(
                Account, new SharedKey(Account, key), new QueueOperations(store, time), messages, loggers.CreateLogger<LocalQueues>());
            var server = Build(protocol);
            await server.StartAsync(cancellationToken);
            return new LocalQueues(store, server, key);
        }
        catch (Exception e)
        {
            store.Dispose();
            if (e is SqliteStorageException)
            {
                throw new HostStartException(e.Message, e);
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(LongestStop);
        await _server.StopAsync(patience.Token);
        await _server.DisposeAsync();
        _store.Dispose();
    }

    // Functions poll all the time: no log and no trace tells of that.
    private static WebApplication Build(QueueProtocol protocol)
    {
        var builder = BareServer.CreateBuilder(NullLoggerFactory.Instance, kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
        });
        builder.Services.AddSingleton(new ActivitySource(nameof(LocalQueues))).AddSingleton(new DiagnosticListener(nameof(LocalQueues)));
        var server = builder.Build();
        server.Run(protocol.HandleAsync);
        return server;
    }
}
