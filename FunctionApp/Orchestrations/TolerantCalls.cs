using FuseDeskFlows.Truto;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations;

/// <summary>For runs that read many things, of which one may fail without losing the others.</summary>
internal static class TolerantCalls
{
    /// <summary>Makes a call whose unexpected failure is told like a refusal.</summary>
    /// <typeparam name="T">What the call answers.</typeparam>
    /// <param name="tool">The tool's name.</param>
    /// <param name="call">The call.</param>
    /// <returns>The answer, or why there is none.</returns>
    public static async Task<ToolAnswer<T>> TryAsync<T>(TaskName tool, Func<Task<ToolAnswer<T>>> call)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (RunFailedException failure)
        {
            return new() { Error = new() { Kind = ToolErrorKind.Other, Tool = tool.Name, Message = failure.Message } };
        }
    }
}
