using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Runs;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>A run's waits: it tells until when it waits and for what, sleeps in a durable timer, and knows how long it was kept.</summary>
/// <param name="parent">The flow that the run counts to, and what that has waited before.</param>
internal sealed class RunWaits(TaskOrchestrationContext context, RunProgress progress, ParentRun parent)
{
    private readonly List<PendingWait> _underWay = [];
    private readonly List<EndedWait> _ended = [];
    private TimeSpan _children;

    /// <summary>How often the run waited for a quota.</summary>
    public int ForQuotas { get; private set; }

    /// <summary>In the order in which they ended, those for something else than a quota among them.</summary>
    public IReadOnlyList<EndedWait> Ended => _ended;

    /// <summary>How long the run was kept, without its children.</summary>
    public TimeSpan Total => EndedWait.Total(_ended);

    /// <summary>What a child of the run must know of it: the flow that it counts to, and what that has waited by now.</summary>
    public ParentRun AsParent => parent.After(_children + Total, EndedWait.TotalForModel(_ended));

    public void AddChildWait(TimeSpan waited) => _children += waited;

    /// <summary>Waits until calls that were reserved may be made, if that is not now.</summary>
    /// <param name="rejection">What the call was told.</param>
    public async Task WaitForQuotaAsync(TaskName call, RateLimitRejection rejection, Reservation reservation)
    {
        var until = reservation.StartsAt;
        if (until <= context.UtcNow())
        {
            return;
        }

        context.CreateReplaySafeLogger(RunTelemetry.Category)
            .RunWaits(context.Name.Name, context.InstanceId, until, rejection.Owner, call.Name);
        var what = RunWords.QuotaWait(rejection.Scope, call.Name);
        var slept = await SleepAsync(
            new() { Until = until, For = what, Ahead = reservation.WaitersAhead }, rejection.Scope == RateLimitScope.Model);
        ForQuotas++;
        RunMetrics.Waited(context, rejection.Owner, slept.To - slept.From);
    }

    /// <summary>Waits for something else than a quota.</summary>
    /// <param name="what">For what, for a person.</param>
    public Task PauseAsync(TimeSpan pause, string what) =>
        SleepAsync(new() { Until = context.UtcNow() + pause, For = what }, model: false);

    private async Task<EndedWait> SleepAsync(PendingWait wait, bool model)
    {
        var start = context.UtcNow();
        _underWay.Add(wait);
        ShowWait();
        await context.CreateTimer(wait.Until.UtcDateTime, CancellationToken.None);
        _underWay.Remove(wait);
        ShowWait();
        var slept = new EndedWait(start, context.UtcNow(), model);
        _ended.Add(slept);
        return slept;
    }

    // A run that waits for two things goes on with the first.
    private void ShowWait()
    {
        if (_underWay.MinBy(wait => wait.Until) is { } first)
        {
            progress.ReportWait(first);
        }
        else
        {
            progress.ClearWait();
        }
    }
}
