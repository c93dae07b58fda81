using FuseDeskFlows.Truto.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.RateLimiting;

/// <summary>
/// Decides before a call is sent whether the quota has one left for it. It counts the calls that are under way, lets one call alone ask what
/// a new window brings, keeps the headroom from batch runs, and keeps what was promised to those who waited.
/// </summary>
internal sealed class InProcessRateLimiter(RateLimitTracker memory, IOptions<TrutoOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1); // what timers round down to
    private const int MaxPauses = 30;

    private readonly Lock _gate = new();
    private readonly QuotaQueues _queues = new();
    private TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private int _interactive;
    private bool _silent;

    /// <summary>Asks to make a call. It waits at most for other calls to end, or for the last second before a slot.</summary>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null if the call may be made, and <see cref="Leave"/> must follow; else the limit in its way.</returns>
    public async Task<RateLimitRejection?> EnterAsync(CallContext caller, CancellationToken cancellationToken)
    {
        var hung = false;
        for (var pauses = 0; ; pauses++)
        {
            Task change;
            Verdict verdict;
            lock (_gate)
            {
                verdict = Decide(caller, time.GetUtcNow(), pauses, hung);
                if (verdict.Limit is not null)
                {
                    return verdict.Limit;
                }

                if (verdict.Pause is null)
                {
                    _underWay++;
                    _interactive += caller.Batch ? 0 : 1;
                    return null;
                }

                change = _ended.Task;
            }

            var first = await Task.WhenAny(change, Task.Delay(verdict.Pause.Value, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            hung |= verdict.ForFirst && first != change;
        }
    }

    /// <summary>Tells that a call has ended.</summary>
    /// <param name="answered">Whether a response came, so that its headers, if any, are known by now.</param>
    public void Leave(bool answered)
    {
        lock (_gate)
        {
            _underWay--;
            if (answered)
            {
                _silent = memory.Live is null;
            }

            _ended.SetResult();
            _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private Verdict Decide(CallContext caller, DateTimeOffset now, int pauses, bool hung)
    {
        var slots = caller.Slots.Where(slot => slot.Until >= now).ToList();
        slots.ForEach(slot => _queues.Serve(slot, caller.Batch));
        if (memory.UsedUp() is { } usedUp)
        {
            return Refuse(usedUp);
        }

        var live = memory.Live;
        foreach (var owner in new[] { RateLimitScope.Truto, memory.Owner }.Where(owner => !HasSlot(owner) && _queues.MustAsk(owner, caller.Batch, now)))
        {
            return Refuse(new() { Owner = owner, Queued = true, RetryAt = owner == memory.Owner ? live?.ResetAt : null });
        }

        if (live is null)
        {
            // One call alone learns what the new window brings; without headers there is nothing to learn.
            _interactive = 0;
            if (_underWay == 0 || _silent)
            {
                return default;
            }

            // While that one takes long, as a model may, the others may be as many as the last window had.
            return !hung ? new(null, Patience, ForFirst: true)
                : memory.Current?.Limit is { } last && _underWay >= last - Reserve(last) && pauses < MaxPauses ? new(null, Patience)
                : default;
        }

        if (live.Remaining is not { } remaining)
        {
            return default;
        }

        var reserve = live.Limit is { } limit ? Math.Max(0, Reserve(limit) - _interactive) : 0;
        if (remaining - reserve - _underWay > 0)
        {
            return default;
        }

        // The calls under way may be counted twice: by us, and in what remains. Their answers will tell.
        return remaining - reserve > 0 && _underWay > 0 && pauses < MaxPauses
            ? new(null, Patience)
            : Refuse(new() { Owner = memory.Owner, RetryAt = live.ResetAt });

        // Whoever comes a moment early for a turn of its own need not go through a durable timer again.
        Verdict Refuse(RateLimitRejection limit) =>
            HasSlot(limit.Owner) && limit.RetryAt - now is { } early && early <= Patience && pauses < MaxPauses ? new(null, early + Tick) : new(limit, null);

        int Reserve(int all) => caller.Batch ? QuotaShare.Headroom(all, options.Value.HeadroomOf(caller.Flow)) : 0;

        bool HasSlot(RateLimitScope owner) => slots.Any(slot => slot.Owner == owner);
    }

    // Neither a limit nor a pause means: go.
    private readonly record struct Verdict(RateLimitRejection? Limit, TimeSpan? Pause, bool ForFirst = false);
}
