using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>For runs that read many things, of which one may fail without losing the others.</summary>
internal static class TolerantCalls
{
    /// <summary>Makes a call whose unexpected failure, or quota that does not come back in time, is told like a refusal.</summary>
    /// <typeparam name="T">What the call answers.</typeparam>
    /// <param name="tool">The tool's name.</param>
    /// <param name="call">The call.</param>
    /// <returns>The answer, or why there is none.</returns>
    public static async Task<ToolResult<T>> CallOrErrorAsync<T>(TaskName tool, Func<Task<ToolResult<T>>> call)
        where T : class
    {
        try
        {
            return await CallOrOutOfQuotaAsync(call);
        }
        catch (RunFailedException failure)
        {
            return new() { Error = new() { Kind = ToolErrorKind.Other, Tool = tool.Name, Message = failure.Message } };
        }
    }

    /// <summary>
    /// Makes a call whose quota's not coming back in time is told like a refusal; see <see cref="FlowContext.OutOfQuota"/>.
    /// </summary>
    /// <typeparam name="T">What the call answers.</typeparam>
    /// <param name="call">The call.</param>
    /// <returns>The answer, or why there is none.</returns>
    /// <exception cref="RunFailedException">The call failed unexpectedly.</exception>
    public static async Task<ToolResult<T>> CallOrOutOfQuotaAsync<T>(Func<Task<ToolResult<T>>> call)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (OutOfQuotaException failure)
        {
            return new() { OutOfQuota = failure.Facts };
        }
    }
}
