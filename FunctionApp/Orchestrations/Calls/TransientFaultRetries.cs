using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>
/// Tries calls again that met a fault of a gateway or a failing server. The waits are durable; what was sent in vain is counted like every
/// call, and one run spends only so many attempts on it.
/// </summary>
internal sealed class TransientFaultRetries(RunWaits waits)
{
    /// <summary>How often one call is tried.</summary>
    public const int Attempts = 3;

    /// <summary>How many attempts beyond the first a run spends on all its calls together.</summary>
    public const int MaxRetries = 30;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(15);
    private int _retries;

    /// <summary>Makes a call, and again after a wait if it met a fault that may pass.</summary>
    /// <returns>The outcome, which is no such fault.</returns>
    /// <exception cref="RunFailedException">The fault did not pass.</exception>
    public async Task<ToolOutcome<T>> RetryAsync<T>(TaskName tool, Func<Task<ToolOutcome<T>>> call)
        where T : class
    {
        var wait = FirstWait;
        var calls = 0;
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await call();
            calls += outcome.Calls;
            if (outcome.Error is not { Kind: ToolErrorKind.Unavailable } fault)
            {
                return outcome;
            }

            if (attempt == Attempts || _retries >= MaxRetries)
            {
                throw new RunFailedException(
                    $"{tool.Name} failed {ToolInvoker.Times(attempt)} in {Requests(calls)}; the last failure was: {fault.Message}");
            }

            _retries++;
            await waits.PauseAsync(Wait(wait, fault.RetryAfter), $"a fault on the way to FuseDesk to pass, to call {tool.Name} again");
            wait *= 3;
        }
    }

    private static TimeSpan Wait(TimeSpan own, TimeSpan? asked) => asked > MaxWait ? MaxWait : asked > own ? asked.Value : own;

    private static string Requests(int calls) => calls == 1 ? "1 request" : $"{calls} requests";
}
