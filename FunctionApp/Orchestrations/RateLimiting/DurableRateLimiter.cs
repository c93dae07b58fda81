using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>
/// How the calls of one run share its waits: whichever is refused first asks the ledger for all that the run foresees, the others wait for the
/// same turn. Calls that are not refused know nothing of it. Deterministic: it awaits only the run's own tasks.
/// </summary>
/// <param name="flow">The flow's name.</param>
/// <param name="batch">Whether the run leaves the headroom to interactive ones.</param>
internal sealed class DurableRateLimiter(string flow, bool batch)
{
    private readonly Dictionary<RateLimitScope, QuotaTurn> _turns = [];
    private TaskCompletionSource? _closed;
    private bool _spent;

    /// <summary>How many calls are under way in a turn: they need no other one.</summary>
    public int Admitted { get; private set; }

    /// <summary>How many calls were refused in a turn, so that the run was woken in vain.</summary>
    public int InVain { get; private set; }

    /// <summary>Makes a call as soon as the run may, again and again until it is not refused.</summary>
    /// <typeparam name="T">What comes of the call.</typeparam>
    /// <param name="call">Makes the call.</param>
    /// <param name="wait">Asks for a turn and waits for it, given the refusal.</param>
    /// <returns>The outcome, which is no refusal.</returns>
    public async Task<T> CallAsync<T>(Func<CallContext, Task<T>> call, Func<T, Task<QuotaTurn>> wait)
        where T : IRateLimitedOutcome
    {
        while (true)
        {
            while (_closed is { } closed)
            {
#pragma warning disable VSTHRD003 // Everything of a run happens on its one thread: there is no other context to deadlock with.
                await closed.Task;
#pragma warning restore VSTHRD003
            }

            var caller = Take();
            var scout = _spent && caller.Slots.Count == 0 ? Close() : null;
            try
            {
                var outcome = await CountAsync(call, caller);
                if (outcome.RateLimit is not { } limit)
                {
                    return outcome;
                }

                InVain += caller.Slots.Any(slot => slot.Owner == limit.Owner) ? 1 : 0;
                if (scout is null && (_closed is not null || HasNewTurn(limit.Owner, caller)))
                {
                    continue; // another call of this run has asked meanwhile
                }

                scout ??= Close();
                _turns.Remove(limit.Owner);
                _turns[limit.Owner] = await wait(outcome);
            }
            finally
            {
                Open(scout);
            }
        }
    }

    private async Task<T> CountAsync<T>(Func<CallContext, Task<T>> call, CallContext caller)
    {
        var admitted = caller.Slots.Count > 0 ? 1 : 0;
        Admitted += admitted;
        try
        {
            return await call(caller);
        }
        finally
        {
            Admitted -= admitted;
        }
    }

    private CallContext Take()
    {
        var slots = new List<Lease>();
        foreach (var (owner, turn) in _turns.OrderBy(pair => pair.Key).ToList())
        {
            slots.Add(turn.Slot);
            turn.Take();
            if (turn.Left == 0)
            {
                _turns.Remove(owner);
                _spent = true;
            }
        }

        return new() { Flow = flow, Batch = batch, Slots = slots };
    }

    private bool HasNewTurn(RateLimitScope owner, CallContext caller) =>
        _turns.TryGetValue(owner, out var turn) && !caller.Slots.Contains(turn.Slot);

    // After a turn is spent one call tries alone: if it is refused, the others need not be refused as well.
    private TaskCompletionSource Close()
    {
        _spent = false;
        return _closed = new();
    }

    private void Open(TaskCompletionSource? mine)
    {
        if (mine is not null && ReferenceEquals(mine, _closed))
        {
            _closed = null;
            mine.SetResult();
        }
    }
}
