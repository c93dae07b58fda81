using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LocalFunctionsHost.Worker;

namespace LocalHost.Tests.Support;

/// <summary>
/// Azurite, Microsoft's emulator of Azure Storage, as a child process on free ports of the loopback interface. It keeps all in memory: what
/// it acknowledges is on no disk.
/// </summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    // The account and key that every installation of the emulator has: no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azurite-");
    private readonly int[] _ports = [FreePort.Next(), FreePort.Next(), FreePort.Next()];
    private readonly Process _process;

    private AzuriteProcess(string script)
    {
        string[] arguments =
        [
            script, "--inMemoryPersistence", "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--disableProductStyleUrl",
            "--blobPort", Text(_ports[0]), "--queuePort", Text(_ports[1]), "--tablePort", Text(_ports[2]),
        ];
        _process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The account's connection string.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint={Endpoint(0)};QueueEndpoint={Endpoint(1)};TableEndpoint={Endpoint(2)};";

    /// <summary>Starts it; it serves when this returns. Null if it is not installed.</summary>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public static async Task<AzuriteProcess?> StartAsync()
    {
        if (Find() is not { } script)
        {
            return null;
        }

        var azurite = new AzuriteProcess(script);
        for (var began = Stopwatch.GetTimestamp(); !azurite._ports.All(Answers); await Task.Delay(50))
        {
            if (azurite._process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                await azurite.DisposeAsync();
                throw new InvalidOperationException("Azurite does not start.");
            }
        }

        return azurite;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("AZURITE") is { Length: > 0 } named)
        {
            return named;
        }

        var script = Path.Combine(Repository.Root, ".ci", "node_modules", "azurite", "dist", "src", "azurite.js");
        return File.Exists(script) ? script : null;
    }

    private static bool Answers(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private string Endpoint(int service) => $"http://127.0.0.1:{_ports[service]}/{Account}";
}
