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
internal sealed class QuotaWaits(TaskOrchestrationContext context, RunProgress progress, PartOfRun before, bool batch)
{
    private readonly List<RunWaiting> _underWay = [];
    private TimeSpan _parts;

    /// <summary>When the run has waited.</summary>
    public QuotaWaitTimes Times { get; } = new();

    /// <summary>The flow that the run counts to, and what that has waited by now.</summary>
    public PartOfRun SoFar => before with { Waited = before.Waited + _parts + Times.Total, WaitedForModel = before.WaitedForModel + Times.ForModel };

    /// <summary>Counts what a part of the run has waited.</summary>
    /// <param name="waited">How long.</param>
    public void AddPart(TimeSpan waited) => _parts += waited;

    /// <summary>Asks for a turn and waits for it.</summary>
    /// <param name="call">What is to be called then.</param>
    /// <param name="limit">The limit in its way.</param>
    /// <param name="ledger">Where to ask.</param>
    /// <param name="calls">For how many calls to ask.</param>
    /// <returns>The turn.</returns>
    /// <exception cref="QuotaWaitException">The quota does not come back in the time that the run may wait.</exception>
    public async Task<QuotaTurn> WaitAsync(TaskName call, RateLimit limit, LedgerNote ledger, int calls)
    {
        var soFar = SoFar;
        var grant = await context.AskEntityAsync<QuotaGrant>(new EntityInstanceId(nameof(QuotaLedger), ledger.Key), nameof(QuotaLedger.Ask), new QuotaAsk
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
            MaxWait = limit.Owner == RateLimitOwner.Model ? soFar.Waited + (LanguageCalls.LongestWait - soFar.WaitedForModel) : null,
        });
        var log = context.CreateReplaySafeLogger(WatchedRun.Category);
        if (grant.Calls == 0)
        {
            log.RunGivesUp(context.Name.Name, context.InstanceId, grant.At, Owners.Name(limit.Owner), call.Name);
            throw new QuotaWaitException(
                $"{call.Name} is out of quota until {grant.At.UtcDateTime:u}, and a run of {before.Flow} waits {grant.MaxWait.TotalHours:0.##} hours for quotas at most "
                + "(Truto:MaxQuotaWait). Start it again later.");
        }

        if (grant.At > context.Now())
        {
            log.RunWaits(context.Name.Name, context.InstanceId, grant.At, Owners.Name(limit.Owner), call.Name);
            await SleepAsync(new() { Until = grant.At, For = $"{Owner(limit)} quota, to call {call.Name}", Ahead = grant.Ahead }, limit.Owner);
        }

        return new(new() { Owner = limit.Owner, Until = grant.Until, QueueUntil = grant.QueueUntil }, grant.Calls);
    }

    private async Task SleepAsync(RunWaiting waiting, RateLimitOwner owner)
    {
        var start = context.Now();
        _underWay.Add(waiting);
        Tell();
        await context.CreateTimer(waiting.Until.UtcDateTime, CancellationToken.None);
        _underWay.Remove(waiting);
        Tell();
        Times.Add(new QuotaWait(start, context.Now(), owner == RateLimitOwner.Model));
        RunMeter.Waited(context, owner, context.Now() - start);
    }

    // A run that waits for two quotas goes on with the first.
    private void Tell()
    {
        if (_underWay.MinBy(waiting => waiting.Until) is { } first)
        {
            progress.Wait(first);
        }
        else
        {
            progress.Resume();
        }
    }

    private static string Owner(RateLimit limit) => limit.Owner switch
    {
        RateLimitOwner.Truto => "Truto",
        RateLimitOwner.Model => "the language model's",
        _ => "FuseDesk",
    };
}
