using DurableSqlite;
using LocalFunctionsHost.Http;
using LocalFunctionsHost.Worker;
using LocalHost.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalHost.Tests.Host;

public sealed class WorkerLaunchTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_cannot_be_launched_counts_as_a_failed_start_and_is_given_up_after_three()
    {
        var first = new FakeWorker();
        first.Kill();
        var launcher = new ScriptedLauncher(launch => launch == 1 ? first : throw new IOException("No space left on device"));
        await using var workers = Supervisor(launcher);
        workers.Start();

        Assert.Equal("No space left on device", await workers.GaveUp.WaitAsync(Deadline, TestContext.Current.CancellationToken));
        Assert.Equal(3, launcher.Launches);
        Assert.True(first.IsDisposed);
        var refused = await Assert.ThrowsAsync<WorkerUnavailableException>(() =>
            workers.ReadyOrFailAsync(TestContext.Current.CancellationToken));
        Assert.Equal("The app's worker could not start: No space left on device", refused.Message);
    }

    [Fact]
    public async Task A_worker_that_is_launched_while_the_host_stops_is_ended_too()
    {
        var first = new FakeWorker();
        first.Kill();
        var late = new FakeWorker();
        using var held = new ManualResetEventSlim();
        var launcher = new ScriptedLauncher(launch =>
        {
            if (launch == 1)
            {
                return first;
            }

            held.Wait(Deadline);
            return late;
        });
        var workers = Supervisor(launcher);
        workers.Start();
        await Eventually.TrueAsync(() => launcher.Launches == 2, "the second worker is being launched");

        var stopped = workers.DisposeAsync();
        held.Set();
        await stopped;
        Assert.True(late.IsDisposed);
    }

    [Fact]
    public async Task Who_waits_for_a_worker_is_told_that_the_host_stops()
    {
        await using var workers = Supervisor(new ScriptedLauncher(_ => new FakeWorker()));
        workers.Start();
        using var storage = new SqliteStorageHealth();
        var state = new HostState(workers, storage);
        var http = new DefaultHttpContext();

        var answered = state.GateAsync(http, _ => throw new InvalidOperationException("It was let in."));
        Assert.False(answered.IsCompleted);
        state.Stop();
        await answered.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, http.Response.StatusCode);
        Assert.Equal("application/problem+json", http.Response.ContentType);
    }

    private static WorkerSupervisor Supervisor(ScriptedLauncher launcher) => new(
        launcher.Launch,
        new FunctionRpcService(),
        workerId => new WorkerStart(
            new Uri("http://127.0.0.1:1"), workerId, "/app", "/app/App.dll", new Dictionary<string, string?>(StringComparer.Ordinal)),
        [],
        NullLoggerFactory.Instance);
}
