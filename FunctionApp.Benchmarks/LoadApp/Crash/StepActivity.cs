using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;

namespace LoadApp.Crash;

/// <summary>The one activity: it writes down that it ran.</summary>
public static class StepActivity
{
    private static readonly ConcurrentDictionary<string, bool> Failed = new(StringComparer.Ordinal);

    /// <summary>Does a step.</summary>
    /// <param name="call">Which.</param>
    /// <returns>Its name.</returns>
    /// <exception cref="InvalidOperationException">It is one that fails at first.</exception>
    [Function(nameof(Step))]
    public static async Task<string> Step([ActivityTrigger] StepCall call)
    {
        Journal.Write("begin", call.Run, call.Name);
        await Task.Delay(call.Milliseconds);
        if (call.FailsFirst && Failed.TryAdd($"{call.Run} {call.Name}", true))
        {
            Journal.Write("fail", call.Run, call.Name);
            throw new InvalidOperationException("The first attempt fails.");
        }

        Journal.Write("end", call.Run, call.Name);
        return call.Name;
    }
}
