using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;
using LocalHost.Tests.Oracle.Wire;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>SIGKILL to the worker while it works; the host stays.</summary>
internal sealed class WorkerKilled : IObservation
{
    /// <inheritdoc />
    public bool CanSee(string recording, RecordedStep step) => recording.StartsWith("05b", StringComparison.Ordinal);

    /// <inheritdoc />
    public async Task<object> SeeAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken) => step.Index switch
    {
        0 => await InstanceAsync(host, "SlowOrch", "wk-a", "slowact-begin", cancellationToken),
        2 => await InstanceAsync(host, "BlockOrch", "wk-o", "blockorch-begin", cancellationToken),
        4 => await InstanceAsync(host, "EntSlow", "wk-e", "entity-slow-begin", cancellationToken),
        6 => await QueueFunctionAsync(host, cancellationToken),
        7 => await HttpFunctionAsync(host, cancellationToken),
        _ => await AgainAsync(host, cancellationToken),
    };

    private static async Task<object> InstanceAsync(
        RestartableHost host, string orchestration, string id, string begin, CancellationToken cancellationToken)
    {
        var life = new Life(host);
        var http = await KillAsync(host, BeginAsync, cancellationToken);
        var (status, output) = await life.EndOfAsync(id, cancellationToken);
        return new { http, calls = host.Log.Calls(begin), status, output };

        async Task BeginAsync()
        {
            await life.StartAsync(orchestration, id, 5000, cancellationToken);
            await life.UntilLoggedAsync([begin], cancellationToken);
        }
    }

    private static async Task<object> QueueFunctionAsync(RestartableHost host, CancellationToken cancellationToken)
    {
        var http = await KillAsync(host, BeginAsync, cancellationToken);
        var ended = await host.Log.UntilAsync("queue-slow-end", 1, cancellationToken);
        var counts = host.Log.Lines("queue-slow-begin").Select(AppQueues.DequeueCount);
        return new { http, dequeueCounts = counts, ended = ended.Count };

        async Task BeginAsync()
        {
            await (await AppQueues.OfAsync(host, cancellationToken)).SendAsync("tiny-slow", "6000", isBase64: true, cancellationToken);
            await new Life(host).UntilLoggedAsync(["queue-slow-begin"], cancellationToken);
        }
    }

    private static async Task<object> HttpFunctionAsync(RestartableHost host, CancellationToken cancellationToken)
    {
        var cutOff = await CutOffAsync(host, () => Task.CompletedTask, cancellationToken);
        return new { status = cutOff.Status, body = cutOff.Body };
    }

    private static async Task<object> AgainAsync(RestartableHost host, CancellationToken cancellationToken)
    {
        var statuses = await KillAsync(host, () => Task.CompletedTask, cancellationToken);
        return new { ready = statuses[^1] == 200, hostExitCode = host.Process.HasExited ? (int?)host.Process.ExitCode : null };
    }

    /// <summary>The different statuses, in order, of a request that the worker dies with and of those after it.</summary>
    private static async Task<IReadOnlyList<int>> KillAsync(RestartableHost host, Func<Task> begin, CancellationToken cancellationToken)
    {
        var cutOff = await CutOffAsync(host, begin, cancellationToken);
        var later = await new Life(host).StatusesUntilServingAsync(cancellationToken);
        return [cutOff.Status, .. later.SkipWhile(status => status == cutOff.Status)];
    }

    // A request that is sent after the kill may find the next worker already. The worker has this one: it has answered a later one. Nothing
    // is asked between the begin of its work and the kill: the work does not take long.
    private static async Task<RawAnswer> CutOffAsync(RestartableHost host, Func<Task> begin, CancellationToken cancellationToken)
    {
        var waiting = new Life(host).SlowAsync(120_000, cancellationToken);
        var worker = await host.WorkerAsync(cancellationToken);
        await begin();
        ProcessTable.Kill([worker]);
        return await waiting;
    }
}
