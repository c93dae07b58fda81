using System.Text;
using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;
using LocalHost.Tests.Oracle.Wire;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>SIGKILL and SIGTERM to the host while its functions work, and what a new host makes of it.</summary>
internal sealed class HostEnded : IObservation
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <inheritdoc />
    public bool CanSee(string recording, RecordedStep step) => recording[..3] is "05c" or "05d" or "05e";

    /// <inheritdoc />
    public async Task<object> SeeAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken)
    {
        var life = new Life(host);
        return step.Content.TryGetProperty("oldWorker", out _) ? await KilledAsync(host, life, cancellationToken)
            : step.Content.TryGetProperty("newRequests", out _) ? await AskedToEndAsync(host, life, cancellationToken)
            : await LongAsync(host, life, cancellationToken);
    }

    private static async Task<object> KilledAsync(RestartableHost host, Life life, CancellationToken cancellationToken)
    {
        await life.StartAsync("SlowOrch", "hk-a", 8000, cancellationToken);
        await life.StartAsync("BlockOrch", "hk-o", 8000, cancellationToken);
        await life.StartAsync("EntSlow", "hk-e", 8000, cancellationToken);
        await life.StartAsync("Wait", "hk-w", null, cancellationToken);
        await life.StartAsync("Timer", "hk-t", 20, cancellationToken);
        await new Preparations(host.Port).UntilAsync("hk-w", "Running", cancellationToken);
        await new Preparations(host.Port).UntilAsync("hk-t", "Running", cancellationToken);
        string[] begun = ["slowact-begin", "blockorch-begin", "entity-slow-begin"];
        await life.UntilLoggedAsync(begun, cancellationToken);
        var worker = await host.WorkerAsync(cancellationToken);
        var waiting = life.SlowAsync(8000, cancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);

        host.Process.Kill();
        var answer = await waiting;
        await host.StartAgainAsync(cancellationToken);
        var oldWorker = ProcessTable.Lives(worker) ? "lives" : "gone";
        var raise = new RawRequest("POST", "/runtime/webhooks/durabletask/instances/hk-w/raiseEvent/Go",
            new Dictionary<string, string?> { ["Content-Type"] = "application/json" }, Encoding.UTF8.GetBytes("\"x\""));
        await RawClient.SendAsync(host.Port, raise, cancellationToken);
        var completed = await life.CompletedAsync(["hk-w", "hk-t", "hk-a", "hk-e", "hk-o"], cancellationToken);
        return new { waitingClient = answer.Status, oldWorker, calls = begun.ToDictionary(what => what, host.Log.Calls), completed };
    }

    private static async Task<object> AskedToEndAsync(RestartableHost host, Life life, CancellationToken cancellationToken)
    {
        await life.StartAsync("SlowOrch", "ht-a", 8000, cancellationToken);
        await life.StartAsync("EntSlow", "ht-e", 8000, cancellationToken);
        await life.StartAsync("Timer", "ht-t", 20, cancellationToken);
        await life.UntilLoggedAsync(["slowact-begin", "entity-slow-begin"], cancellationToken);
        var worker = await host.WorkerAsync(cancellationToken);
        var waiting = life.SlowAsync(8000, cancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);

        ProcessTable.Terminate(host.Process.Id);
        await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        var late = await host.GetAsync("/api/auth/anonymous", cancellationToken);
        var answer = await waiting;
        await host.Process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        var exitCode = host.Process.ExitCode;
        string[] ends = ["slowact-end", "slow", "entity-slow-end"];
        var ended = ends.ToDictionary(what => what, what => host.Log.Lines(what).Count);
        var left = ProcessTable.Lives(worker) ? "lives" : "gone";
        await host.StartAgainAsync(cancellationToken);
        return new
        {
            newRequests = late.Status == 0 ? "refused" : $"{late.Status}",
            waitingClient = new { status = answer.Status, body = answer.Body },
            ended,
            exitCode,
            worker = left,
            completed = await life.CompletedAsync(["ht-a", "ht-e", "ht-t"], cancellationToken),
        };
    }

    private static async Task<object> LongAsync(RestartableHost host, Life life, CancellationToken cancellationToken)
    {
        await life.StartAsync("SlowOrch", "hl-a", 60_000, cancellationToken);
        await life.StartAsync("EntSlow", "hl-e", 60_000, cancellationToken);
        await life.UntilLoggedAsync(["slowact-begin", "entity-slow-begin"], cancellationToken);
        var worker = await host.WorkerAsync(cancellationToken);
        var waiting = life.SlowAsync(60_000, cancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);

        var began = TimeProvider.System.GetTimestamp();
        ProcessTable.Terminate(host.Process.Id);
        var answer = await waiting;
        await host.Process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var (exitCode, left) = (host.Process.ExitCode, ProcessTable.Lives(worker) ? "lives" : "gone");
        await host.StartAgainAsync(cancellationToken);
        return new
        {
            waitingClient = answer.Status,
            endsAfterSeconds = seconds is >= 29.9 and < 50 ? "30 to 50" : $"{seconds:0}",
            slow = host.Log.Lines("slow").Select(line => line.GetProperty("data")),
            cancelled = host.Log.Lines("slowact-cancelled").Count,
            exitCode,
            worker = left,
            begunAgain = (await host.Log.UntilAsync("slowact-begin", 2, cancellationToken)).Count,
        };
    }
}
