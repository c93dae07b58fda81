using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>Microsoft's emulator of Azure Storage, in memory: its best case, since nothing of what it acknowledges is on a disk.</summary>
internal sealed class Azurite : IDisposable
{
    // Azurite's one account and its published key: no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly int[] _ports;

    private Azurite(Process process, int[] ports) => (_process, _ports) = (process, ports);

    /// <summary>The account's connection string.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint={Endpoint(0)};QueueEndpoint={Endpoint(1)};TableEndpoint={Endpoint(2)};";

    /// <summary>Starts it.</summary>
    /// <returns>It, serving.</returns>
    /// <exception cref="InvalidOperationException">It is not installed, or does not start.</exception>
    public static async Task<Azurite> StartAsync()
    {
        if (!File.Exists(RepositoryPaths.Azurite))
        {
            throw new InvalidOperationException("Azurite is not installed: npm install --prefix .ci");
        }

        int[] ports = [FreePort.Find(), FreePort.Find(), FreePort.Find()];
        var start = new ProcessStartInfo(RepositoryPaths.Azurite) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableProductStyleUrl",
            "--blobPort", Text(ports[0]), "--queuePort", Text(ports[1]), "--tablePort", Text(ports[2]),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var azurite = new Azurite(Process.Start(start)!, ports);
        azurite._process.BeginOutputReadLine();
        azurite._process.BeginErrorReadLine();
        foreach (var port in ports)
        {
            await azurite.UntilListeningAsync(port);
        }

        return azurite;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Endpoint(int service) => $"http://127.0.0.1:{_ports[service]}/{Account}";

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private async Task UntilListeningAsync(int port)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !_process.HasExited; await Task.Delay(50))
        {
            try
            {
                using var connection = new TcpClient();
                await connection.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }

        throw new InvalidOperationException("Azurite does not start.");
    }
}
