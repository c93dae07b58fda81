using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.TrutoSandbox;
using LocalFunctionsHost.Worker;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>
/// The real app as it runs on a machine, a process of the host and one of the worker, so that they can be killed without a word.
/// </summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly string _stateFolder;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _output = new();
    private volatile bool _killed;

    private AppProcess(Process process, string stateFolder, Uri baseAddress)
    {
        _process = process;
        _stateFolder = stateFolder;
        Client = new HttpClient { BaseAddress = baseAddress, Timeout = TimeSpan.FromMinutes(4) };
    }

    /// <summary>Calls the app.</summary>
    public HttpClient Client { get; }

    /// <summary>All that it has written to its console.</summary>
    public string Console => string.Join('\n', _output.Concat(_errors));

    /// <summary>Starts the app on a state folder, against a sandbox that outlives it; it may not serve yet when this returns.</summary>
    public static AppProcess Start(string stateFolder, SandboxServer sandbox, params (string Name, string Value)[] settings)
    {
        var port = FreePort.Next();
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["exec", BuiltApp.HostAssembly, "--app", BuiltApp.Folder, "--state", stateFolder, "--port", $"{port}"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Beside an empty file of settings, those of the person who runs the tests do not count.
        File.WriteAllText(Path.Combine(stateFolder, "local.settings.json"), "{}");
        start.WorkingDirectory = stateFolder;
        start.Environment[AuditOptions.ScheduleSetting] = "0 0 0 29 2 *";
        start.Environment["Truto__BaseUrl"] = sandbox.BaseUrl.ToString();
        start.Environment["Truto__ApiToken"] = sandbox.ApiToken;
        start.Environment["Truto__IntegratedAccountId"] = sandbox.IntegratedAccountId;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var host = new AppProcess(Process.Start(start)!, stateFolder, new Uri($"http://127.0.0.1:{port}"));
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

            Assert.False(
                _process.HasExited, $"The host ended with {(_process.HasExited ? _process.ExitCode : 0)}: {string.Join('\n', _errors)}");
            await Task.Delay(20, deadline.Token);
        }
    }

    /// <summary>Polls a run until it is as a test waits for.</summary>
    public async Task<JsonElement> UntilAsync(Uri address, Func<JsonElement, bool> reached, TimeSpan? patience = null)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(patience ?? TimeSpan.FromMinutes(3));
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

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(StartTimeout);
        return _process.ExitCode;
    }

    /// <summary>SIGTERM: it ends in its own time, and sends what it has not sent yet.</summary>
    public async Task StopAsync()
    {
        ProcessTable.Terminate(_process.Id);
        await EndAsync();
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync(Killed killed = Killed.Both)
    {
        if (killed == Killed.Worker)
        {
            KillWorker();
            return;
        }

        _killed = true;
        _process.Kill(entireProcessTree: killed == Killed.Both);
        await _process.WaitForExitAsync();
    }

    /// <summary>Lives for a while and is killed: the host or both, and sometimes the worker on the way.</summary>
    public async Task DieAsync(Random random, TimeSpan longestLife)
    {
        var life = longestLife * random.NextDouble();
        var isWorkerFirst = random.Next(3) == 0;
        await Task.Delay(isWorkerFirst ? life / 2 : life);
        if (isWorkerFirst)
        {
            await KillAsync(Killed.Worker);
            await Task.Delay(life / 2);
        }

        await KillAsync(random.Next(2) == 0 ? Killed.Host : Killed.Both);
    }

    /// <summary>Takes an answer that the host gave for its dead worker, or for one that is on its way, for none.</summary>
    /// <exception cref="HttpRequestException">It is such an answer.</exception>
    public static void ThrowIfWorkerDied(HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable)
        {
            throw new HttpRequestException("The worker was killed.");
        }
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

    // Between two workers there is none to kill.
    private void KillWorker()
    {
        try
        {
            var record = JsonElement.Parse(File.ReadAllText(Path.Combine(_stateFolder, "worker.json")));
            using var worker = Process.GetProcessById(record.GetProperty("ProcessId").GetInt32());
            worker.Kill();
        }
        catch (Exception e) when (e is IOException or JsonException or ArgumentException or InvalidOperationException)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"No worker was killed: {e.Message}");
        }
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
