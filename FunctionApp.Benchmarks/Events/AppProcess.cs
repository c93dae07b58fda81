using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Events;

/// <summary>The app in a process of its own, on one state folder and one port over all its lives.</summary>
internal sealed class AppProcess : IDisposable
{
    /// <summary>The webhook's secret.</summary>
    public const string Secret = "benchmark";

    private readonly string _folder;
    private readonly SandboxServer _sandbox;
    private readonly int _port = FreePort();
    private Process? _process;

    public AppProcess(string folder, SandboxServer sandbox)
    {
        _folder = folder;
        _sandbox = sandbox;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
    }

    /// <summary>Calls the app.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts the process; it may not serve yet.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        foreach (var argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "FunctionApp.dll"), "--port", $"{_port}" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["FUSEDESKFLOWS_STATE"] = _folder;
        start.Environment["Truto__BaseUrl"] = _sandbox.BaseUrl.ToString();
        start.Environment["Truto__ApiToken"] = _sandbox.ApiToken;
        start.Environment["Truto__IntegratedAccountId"] = _sandbox.IntegratedAccountId;
        start.Environment["Truto__Webhook__Secret"] = Secret;
        start.Environment["CaseEvents__QuietPeriod"] = "00:00:05";
        start.Environment["CaseEvents__LoadPages"] = "0";
        start.Environment["EscalationAuditSchedule"] = "0 0 0 29 2 *";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL, and a new life.</summary>
    public async Task KillAndStartAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Start();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_process is not null)
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            _process = null;
        }

        Client.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
