using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Runs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>How a run waits for quotas: it asks the ledger for a turn, tells until when it waits, and sleeps in a durable timer.</summary>
/// <param name="context">The run.</param>
/// <param name="progress">Tells of the waits.</param>
/// <param name="before">The flow that it counts to, and what that has waited before.</param>
/// <param name="batch">Whether the run leaves the headroom to interactive ones.</param>
internal sealed class RateLimitWaits(TaskOrchestrationContext context, RunProgress progress, ParentRun before, bool batch)
{
    private readonly List<RunWaitView> _underWay = [];
    private TimeSpan _parts;

    /// <summary>When the run has waited.</summary>
    public RateLimitWaitTimes Times { get; } = new();

    /// <summary>The flow that the run counts to, and what that has waited by now.</summary>
    public ParentRun SoFar => before with { Waited = before.Waited + _parts + Times.Total, WaitedForModel = before.WaitedForModel + Times.ForModel };

    /// <summary>Counts what a part of the run has waited.</summary>
    /// <param name="waited">How long.</param>
    public void AddPart(TimeSpan waited) => _parts += waited;

    /// <summary>Asks for a turn and waits for it.</summary>
    /// <param name="call">What is to be called then.</param>
    /// <param name="limit">The limit in its way.</param>
    /// <param name="ledger">Where to ask.</param>
    /// <param name="calls">For how many calls to ask.</param>
    /// <returns>The turn.</returns>
    /// <exception cref="WaitBudgetExceededException">The quota does not come back in the time that the run may wait.</exception>
    public async Task<QuotaTurn> WaitAsync(TaskName call, RateLimitRejection limit, LedgerNote ledger, int calls)
    {
        var soFar = SoFar;
        var grant = await context.CallEntityWithRetryAsync<Reservation>(new EntityInstanceId(SharedRateLimiter.Name, ledger.Key), SharedRateLimiter.ReserveOperation, new ReservationRequest
        {
            Owner = limit.Owner,
            Flow = before.Flow,
            Batch = batch,
            Calls = calls,
            Limit = ledger.Limit,
            Window = ledger.Window,
            RetryAt = limit.RetryAt,
            Queued = limit.Queued,
            Waited = soFar.Waited,
            MaxWait = limit.Owner == RateLimitScope.Model ? soFar.Waited + (WritingCalls.MaxWait - soFar.WaitedForModel) : null,
        });
        var log = context.CreateReplaySafeLogger(RunTelemetry.Category);
        if (grant.Calls == 0)
        {
            log.RunWaitBudgetExceeded(context.Name.Name, context.InstanceId, grant.At, Owners.Name(limit.Owner), call.Name);
            throw new WaitBudgetExceededException(
                $"{call.Name} is out of quota until {grant.At.UtcDateTime:u}, and a run of {before.Flow} waits {grant.MaxWait.TotalHours:0.##} hours for quotas at most "
                + "(Truto:MaxQuotaWait). Start it again later.");
        }

        if (grant.At > context.UtcNow())
        {
            log.RunWaits(context.Name.Name, context.InstanceId, grant.At, Owners.Name(limit.Owner), call.Name);
            await SleepAsync(new() { Until = grant.At, For = $"{Owner(limit)} quota, to call {call.Name}", Ahead = grant.Ahead }, limit.Owner);
        }

        return new(new() { Owner = limit.Owner, Until = grant.Until, QueueUntil = grant.QueueUntil }, grant.Calls);
    }

    private async Task SleepAsync(RunWaitView waiting, RateLimitScope owner)
    {
        var start = context.UtcNow();
        _underWay.Add(waiting);
        Tell();
        await context.CreateTimer(waiting.Until.UtcDateTime, CancellationToken.None);
        _underWay.Remove(waiting);
        Tell();
        Times.Add(new RateLimitWait(start, context.UtcNow(), owner == RateLimitScope.Model));
        RunMetrics.Waited(context, owner, context.UtcNow() - start);
    }

    // A run that waits for two quotas goes on with the first.
    private void Tell()
    {
        if (_underWay.MinBy(waiting => waiting.Until) is { } first)
        {
            progress.ReportWait(first);
        }
        else
        {
            progress.ClearWait();
        }
    }

    private static string Owner(RateLimitRejection limit) => limit.Owner switch
    {
        RateLimitScope.Truto => "Truto",
        RateLimitScope.Model => "the language model's",
        _ => "FuseDesk",
    };
}
