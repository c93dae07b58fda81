using FuseDeskFlows.Entities;
using FuseDeskFlows.Truto;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Orchestrations;

/// <summary>How a run waits for quotas: it asks the ledger for a turn, tells until when it waits, and sleeps in a durable timer.</summary>
/// <param name="context">The run.</param>
/// <param name="progress">Tells of the waits.</param>
/// <param name="batch">Whether the run leaves the headroom to interactive ones.</param>
internal sealed class QuotaWaits(TaskOrchestrationContext context, RunProgress progress, bool batch)
{
    /// <summary>How long one run waits for a quota that has no ledger, in all.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>How long the run has waited.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>How often.</summary>
    public int Times { get; private set; }

    /// <summary>Asks for a turn and waits for it.</summary>
    /// <param name="tool">What is to be called then.</param>
    /// <param name="limit">The limit in its way.</param>
    /// <param name="ledger">Where to ask; null if the quota has no ledger.</param>
    /// <param name="refusals">How often the call was refused in a row before, from 0.</param>
    /// <param name="calls">For how many calls to ask.</param>
    /// <returns>The turn; null if there is no ledger.</returns>
    /// <exception cref="QuotaWaitException">The quota does not come back in the time that the run may wait.</exception>
    public async Task<QuotaTurn?> WaitAsync(TaskName tool, RateLimit limit, LedgerNote? ledger, int refusals, int calls)
    {
        if (ledger is not null)
        {
            var grant = await AskAsync(limit, ledger, calls);
            await SleepAsync(tool, limit, grant.At, grant.Calls > 0, grant.MaxWait, grant.Ahead);
            return new(new() { Owner = limit.Owner, Until = grant.Until, QueueUntil = grant.QueueUntil }, grant.Calls);
        }

        var start = Now();
        var until = QuotaPause.Until(limit, refusals, start, context.NewGuid());
        await SleepAsync(tool, limit, until, Waited + (until - start) <= LongestWait, LongestWait, ahead: null);
        return null;
    }

    private Task<QuotaGrant> AskAsync(RateLimit limit, LedgerNote ledger, int calls) => context.Entities.CallEntityAsync<QuotaGrant>(
        new EntityInstanceId(nameof(QuotaLedger), ledger.Key),
        nameof(QuotaLedger.Ask),
        new QuotaAsk
        {
            Owner = limit.Owner,
            Flow = context.Name.Name,
            Batch = batch,
            Calls = calls,
            Limit = ledger.Limit,
            Window = ledger.Window,
            RetryAt = limit.RetryAt,
            Queued = limit.Queued,
            Waited = Waited,
        });

    private async Task SleepAsync(TaskName tool, RateLimit limit, DateTimeOffset until, bool inTime, TimeSpan longest, int? ahead)
    {
        if (!inTime)
        {
            throw new QuotaWaitException(
                $"{tool.Name} is out of quota until {until.UtcDateTime:u}, and a run of {context.Name} waits {longest.TotalHours:0.##} hours for quotas at most "
                + "(Truto:MaxQuotaWait). Start it again later.");
        }

        var start = Now();
        if (until <= start)
        {
            return;
        }

        progress.Wait(new() { Until = until, For = $"{Owner(limit)} quota, to call {tool.Name}", Ahead = ahead });
        await context.CreateTimer(until.UtcDateTime, CancellationToken.None);
        progress.Resume();
        Waited += Now() - start;
        Times++;
    }

    private DateTimeOffset Now() => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));

    private static string Owner(RateLimit limit) => limit.Owner switch
    {
        RateLimitOwner.Truto => "Truto",
        RateLimitOwner.Model => "the language model's",
        _ => "FuseDesk",
    };
}
