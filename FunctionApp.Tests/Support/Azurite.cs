using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FuseDeskFlows.Tests.Support;

/// <summary>Azurite, Microsoft's own emulator of Azure Storage, as a child process on free ports of the loopback interface.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Process? _process;

    /// <summary>The connection string; null if Azurite is not installed.</summary>
    internal string? ConnectionString { get; private set; }

    /// <summary>The connection string; without Azurite the test is skipped, or fails where all tools have to be there.</summary>
    internal string Require()
    {
        if (ConnectionString is null && string.Equals(Environment.GetEnvironmentVariable("FUSEDESKFLOWS_REQUIRE_TOOLS"), "1", StringComparison.Ordinal))
        {
            Assert.Fail("Azurite is not installed: AZURITE does not name its azurite.js, and there is none in .ci/node_modules.");
        }

        Assert.SkipWhen(ConnectionString is null, "Azurite is not installed; .ci/run installs it, or: npm install --prefix .ci");
        return ConnectionString;
    }

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } script)
        {
            return;
        }

        var (blobs, queues, tables) = (FreePort(), FreePort(), FreePort());
        _process = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                script, "--blobPort", Text(blobs), "--queuePort", Text(queues), "--tablePort", Text(tables),
                "--inMemoryPersistence", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            },
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.TrueAsync(() => (Answers(blobs) && Answers(queues) && Answers(tables)) || _process.HasExited, "Azurite answers");

        // The account and key that every installation of the emulator has.
        const string Account = "devstoreaccount1";
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + $"BlobEndpoint=http://127.0.0.1:{blobs}/{Account};QueueEndpoint=http://127.0.0.1:{queues}/{Account};TableEndpoint=http://127.0.0.1:{tables}/{Account};";
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        _folder.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("AZURITE") is { Length: > 0 } named)
        {
            return named;
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var script = Path.Combine(at.FullName, ".ci", "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(script))
            {
                return script;
            }
        }

        return null;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
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
}
