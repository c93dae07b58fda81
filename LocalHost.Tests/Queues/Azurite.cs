using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Queues;

/// <summary>Azurite, Microsoft's own emulator of Azure Storage, as a child process on free ports of the loopback interface.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Process? _process;
    private string? _connectionString;

    /// <summary>The connection string; without Azurite the test is skipped, or fails where all tools have to be there.</summary>
    internal string Require()
    {
        if (_connectionString is null && Environment.GetEnvironmentVariable("FUSEDESKFLOWS_REQUIRE_TOOLS") is "1")
        {
            Assert.Fail("Azurite is not installed: AZURITE does not name its azurite.js, and there is none in .ci/node_modules.");
        }

        Assert.SkipWhen(_connectionString is null, "Azurite is not installed; .ci/run installs it, or: npm install --prefix .ci");
        return _connectionString;
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
                script, "--inMemoryPersistence", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
                "--blobHost", "127.0.0.1", "--blobPort", blobs.ToString(CultureInfo.InvariantCulture),
                "--queueHost", "127.0.0.1", "--queuePort", queues.ToString(CultureInfo.InvariantCulture),
                "--tableHost", "127.0.0.1", "--tablePort", tables.ToString(CultureInfo.InvariantCulture),
            },
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.TrueAsync(
            () => (Answers(blobs) && Answers(queues) && Answers(tables)) || _process.HasExited,
            "Azurite answers",
            TimeSpan.FromMinutes(2));

        // The account and key that every installation of the emulator has.
        _connectionString = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + $"BlobEndpoint=http://127.0.0.1:{blobs}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{queues}/devstoreaccount1;"
            + $"TableEndpoint=http://127.0.0.1:{tables}/devstoreaccount1;";
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
