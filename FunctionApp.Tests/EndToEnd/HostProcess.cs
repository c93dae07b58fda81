using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>The real app in a process of its own, so that it can be killed as a machine is: without a word.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _output = new();
    private volatile bool _killed;

    private HostProcess(Process process, Uri baseAddress)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = baseAddress };
    }

    /// <summary>Calls the app.</summary>
    public HttpClient Client { get; }

    /// <summary>All that it has written to its console.</summary>
    public string Console => string.Join('\n', _output.Concat(_errors));

    /// <summary>Starts the app on a state folder, against a sandbox that outlives it; it may not serve yet when this returns.</summary>
    public static HostProcess Start(string stateFolder, SandboxServer sandbox, params (string Name, string Value)[] settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "FunctionApp.dll"), "--port", $"{port}" })
        {
            start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = stateFolder;
        start.Environment["FUSEDESKFLOWS_STATE"] = stateFolder;
        start.Environment[AppServices.AuditSchedule] = "0 0 0 29 2 *";
        start.Environment["Truto__BaseUrl"] = sandbox.BaseUrl.ToString();
        start.Environment["Truto__ApiToken"] = sandbox.ApiToken;
        start.Environment["Truto__IntegratedAccountId"] = sandbox.IntegratedAccountId;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var host = new HostProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        host.Drain();
        return host;
    }

    /// <summary>Waits until the app answers.</summary>
    /// <exception cref="HttpRequestException">It was killed meanwhile.</exception>
    public async Task WaitUntilServingAsync(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(StartTimeout);
        while (!await IsServingAsync(deadline.Token))
        {
            if (_killed)
            {
                throw new HttpRequestException("The host was killed.");
            }

            Assert.False(_process.HasExited, $"The host ended with {(_process.HasExited ? _process.ExitCode : 0)}: {string.Join('\n', _errors)}");
            await Task.Delay(20, deadline.Token);
        }
    }

    /// <summary>Polls a run until it is as a test waits for.</summary>
    public async Task<JsonElement> UntilAsync(Uri address, Func<JsonElement, bool> reached)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var run = await Client.GetFromJsonAsync<JsonElement>(address.OriginalString, deadline.Token);
            if (reached(run))
            {
                return run;
            }

            await Task.Delay(50, deadline.Token);
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _killed = true;
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Client.Dispose();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> IsServingAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Client.GetAsync("/api/runs?top=1", cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Drain()
    {
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }
}
