using System.Text.Json;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>What every run reads: its input and its clock.</summary>
internal static class RunContextExtensions
{
    private const string Lacking = "missing required properties including: ";

    /// <summary>The time of the present step, the same at each replay, and in UTC whatever kind the host gave it.</summary>
    public static DateTimeOffset UtcNow(this TaskOrchestrationContext context) =>
        new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));

    /// <summary>
    /// Reads the input, whoever wrote it: the app's triggers check what they pass on, the management API and a person at a command line do
    /// not.
    /// </summary>
    /// <returns>The input; null if there is none.</returns>
    /// <exception cref="RunFailedException">It cannot be read; the message names the field.</exception>
    public static T? ReadInput<T>(this TaskOrchestrationContext context)
        where T : class
    {
        try
        {
            return context.GetInput<T>();
        }
        catch (JsonException fault)
        {
            throw new RunFailedException(Describe(fault), fault);
        }
    }

    // The fault's own message speaks of .NET's types, and may quote what it read.
    private static string Describe(JsonException fault)
    {
        if (fault.Message.IndexOf(Lacking, StringComparison.Ordinal) is >= 0 and var at)
        {
            return $"The input cannot be read: it lacks {fault.Message[(at + Lacking.Length)..].TrimEnd('.')}.";
        }

        return fault.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal)
            ? $"The input's {path[2..]} cannot be read: its value is not of the kind that belongs there."
            : "The input cannot be read: it must be a JSON object.";
    }
}
