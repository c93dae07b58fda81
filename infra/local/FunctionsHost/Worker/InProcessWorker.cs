namespace LocalFunctionsHost.Worker;

/// <summary>
/// A worker that runs in this process, for tests and for debuggers. What a worker reads from its process's environment (the app's folder)
/// is the same for all of them, so that all must be of one app; everything else each gets as its own configuration.
/// </summary>
internal sealed class InProcessWorker : IWorkerHandle
{
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private InProcessWorker(Uri http) => HttpUri = http;

    public string Name => "in this process";
    public Uri? HttpUri { get; }
    public Task<string> Ended => _ended.Task;

    /// <summary>Starts a worker, whose arguments are configuration: where the host waits, the settings, and a port for requests.</summary>
    public static IWorkerHandle Launch(WorkerStart start, Func<string[], Task> run)
    {
        Environment.SetEnvironmentVariable("FUNCTIONS_WORKER_DIRECTORY", start.AppFolder);
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", start.AppFolder);
        var worker = new InProcessWorker(new Uri($"http://127.0.0.1:{FreePort.Next()}"));
        string[] arguments =
        [
            .. start.Settings.Select(setting => $"--{SettingNames.Normalize(setting.Key)}={setting.Value}"),
            $"--Functions:Worker:HostEndpoint={start.HostEndpoint.AbsoluteUri}",
            $"--Functions:Worker:WorkerId={start.WorkerId}",
            $"--Functions:Worker:RequestId={start.WorkerId}",
            $"--Functions:Worker:GrpcMaxMessageLength={int.MaxValue}",

            // Workers of one process would share the one port that Microsoft's package chooses; what the configuration names goes first.
            $"--Kestrel:Endpoints:Worker:Url={worker.HttpUri}",
        ];
        _ = Task.Run(() => worker.RunAsync(run, arguments));
        return worker;
    }

    public void Kill() => _ended.TrySetResult("it was given up");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task RunAsync(Func<string[], Task> run, string[] arguments)
    {
        try
        {
            await run(arguments);
            _ended.TrySetResult("it ended by itself");
        }
        catch (Exception e)
        {
            _ended.TrySetResult(e.GetBaseException().ToString());
        }
    }
}
