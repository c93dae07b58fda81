using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Entities.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Runs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>How a run waits for quotas: it reserves calls, tells until when it waits, and sleeps in a durable timer.</summary>
/// <param name="parent">The flow that the run counts to, and what that has waited before.</param>
/// <param name="background">Whether the run leaves the headroom to interactive ones.</param>
internal sealed class RateLimitWaits(TaskOrchestrationContext context, RunProgress progress, ParentRun parent, bool background)
{
    /// <summary>A report is not kept waiting for the model's quota any longer than this, in all.</summary>
    public static readonly TimeSpan MaxModelWait = TimeSpan.FromHours(1);

    private readonly List<RunWaitView> _underWay = [];
    private readonly List<RunWait> _ended = [];
    private TimeSpan _children;

    /// <summary>How often the run waited for a quota.</summary>
    public int ForQuotas { get; private set; }

    /// <summary>In the order in which they ended, those for something else than a quota among them.</summary>
    public IReadOnlyList<RunWait> Ended => _ended;

    /// <summary>How long the run was kept, without its children.</summary>
    public TimeSpan Total => RunWait.Total(_ended);

    /// <summary>What a child of the run must know of it: the flow that it counts to, and what that has waited by now.</summary>
    public ParentRun AsParent => parent.After(_children + Total, RunWait.TotalForModel(_ended));

    public void AddChildWait(TimeSpan waited) => _children += waited;

    /// <summary>Reserves calls of <paramref name="call"/> and waits until they may be made.</summary>
    /// <exception cref="OutOfQuotaException">The quota does not come back in the time that the run may wait.</exception>
    public async Task<Reservation> ReserveAsync(TaskName call, RateLimitRejection rejection, int permits, int unspent)
    {
        var soFar = AsParent;
        var request = new ReservationRequest
        {
            Rejection = rejection,
            Run = context.InstanceId,
            Unspent = unspent,
            Call = call.Name,
            Flow = parent.Flow,
            Background = background,
            Permits = permits,
            Waited = soFar.Waited,
            MaxWait = rejection.Scope == RateLimitScope.Model ? soFar.Waited + (MaxModelWait - soFar.WaitedForModel) : null,
        };
        var reservation = await CallLimiterAsync(request);
        if (await FindEndedAsync(reservation.MayHaveEnded) is { Count: > 0 } ended)
        {
            reservation = await CallLimiterAsync(request with { Ended = ended, Unspent = 0 });
        }

        var log = context.CreateReplaySafeLogger(RunTelemetry.Category);
        var startsAt = reservation.StartsAt;
        if (reservation.OutOfQuota is { } outOfQuota)
        {
            log.RunOutOfQuota(context.Name.Name, context.InstanceId, startsAt, rejection.Scope.ToTag(), call.Name);
            throw new OutOfQuotaException(outOfQuota);
        }

        if (startsAt > context.UtcNow())
        {
            log.RunWaits(context.Name.Name, context.InstanceId, startsAt, rejection.Scope.ToTag(), call.Name);
            var what = RunWords.QuotaWait(rejection.Scope.ToText(), call.Name);
            await SleepAsync(new() { Until = startsAt, For = what, Ahead = reservation.WaitersAhead }, rejection.Scope);
        }

        return reservation;
    }

    /// <summary>Waits for something else than a quota.</summary>
    /// <param name="what">For what, for a person.</param>
    public Task PauseAsync(TimeSpan pause, string what) =>
        SleepAsync(new() { Until = context.UtcNow() + pause, For = what }, model: false);

    private Task<Reservation> CallLimiterAsync(ReservationRequest request) => context.CallEntityWithRetryAsync<Reservation>(
        new EntityInstanceId(SharedRateLimiter.Name, request.Rejection.LimiterKey), SharedRateLimiter.ReserveOperation, request);

    // A run that is terminated cannot give back what it reserved.
    private async Task<IReadOnlyList<string>> FindEndedAsync(IReadOnlyList<string> runs)
    {
        var ended = new List<string>();
        foreach (var run in runs)
        {
            if (!await context.CallActivityWithRetryAsync<bool>(IsRunActiveActivity.Name, run))
            {
                ended.Add(run);
            }
        }

        return ended;
    }

    private async Task SleepAsync(RunWaitView wait, RateLimitScope scope)
    {
        var slept = await SleepAsync(wait, scope == RateLimitScope.Model);
        ForQuotas++;
        RunMetrics.Waited(context, scope, slept.To - slept.From);
    }

    private async Task<RunWait> SleepAsync(RunWaitView wait, bool model)
    {
        var start = context.UtcNow();
        _underWay.Add(wait);
        ShowWait();
        await context.CreateTimer(wait.Until.UtcDateTime, CancellationToken.None);
        _underWay.Remove(wait);
        ShowWait();
        var slept = new RunWait(start, context.UtcNow(), model);
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
