using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>Functions that take longer than host.json's functionTimeout.</summary>
internal sealed class FunctionTimeouts : IObservation
{
    private static readonly string[] Logged = ["slowact-begin", "slowact-cancelled", "slowact-end"];

    /// <inheritdoc />
    public bool CanSee(string recording, RecordedStep step) => recording.StartsWith("05f", StringComparison.Ordinal);

    /// <inheritdoc />
    public async Task<object> SeeAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken)
    {
        var life = new Life(host);
        if (step.Index == 0)
        {
            var worker = await host.WorkerAsync(cancellationToken);
            var answer = await life.SlowAsync(15_000, cancellationToken);
            var next = await life.StatusesUntilServingAsync(cancellationToken);
            return new
            {
                status = answer.Status,
                body = answer.Body,
                nextStatus = next[^1],
                workerReplaced = await host.WorkerAsync(cancellationToken) != worker,
            };
        }

        await life.StartAsync("SlowOrch", "ft-1", 15_000, cancellationToken);
        var (status, output) = await life.EndOfAsync("ft-1", cancellationToken);
        var log = Logged.SelectMany(what => host.Log.Lines(what).Select(_ => what));
        return new { status, output, log, nextStatus = (await life.StatusesUntilServingAsync(cancellationToken))[^1] };
    }
}
