using FuseDeskFlows.RateLimiting;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>How those calls of a run that need the same quotas wait for them: together, for as many turns as are still to come.</summary>
/// <param name="waits">How the run waits.</param>
/// <param name="flow">The flow, for settings of its own.</param>
/// <param name="batch">Whether the run leaves the headroom to interactive ones.</param>
internal sealed class QuotaCalls(RateLimitWaits waits, string flow, bool batch)
{
    private readonly DurableRateLimiter _turns = new(flow, batch);
    private int _foreseen;
    private int _underWay;

    /// <summary>How many calls were refused although the run had waited for its turn.</summary>
    public int InVain => _turns.InVain;

    /// <summary>Tells how many calls are still to come, as far as the run knows.</summary>
    /// <param name="calls">The calls, those that wait included.</param>
    public void Foresee(int calls) => _foreseen = calls;

    /// <summary>Makes a call; a used-up quota is waited for.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="name">The call's name, for whoever reads what the run waits for.</param>
    /// <param name="call">Makes the call.</param>
    /// <returns>The outcome, which is no refusal.</returns>
    /// <exception cref="WaitBudgetExceededException">The quota does not come back in the time that the run may wait.</exception>
    public async Task<T> CallAsync<T>(TaskName name, Func<CallContext, Task<T>> call)
        where T : IRateLimitedOutcome
    {
        _underWay++;
        try
        {
            return await _turns.CallAsync(
                call, refused => waits.WaitAsync(name, refused.RateLimit!, refused.Ledger!, Math.Max(1, Math.Max(_foreseen, _underWay) - _turns.Admitted)));
        }
        finally
        {
            _underWay--;
            _foreseen = Math.Max(0, _foreseen - 1);
        }
    }
}
