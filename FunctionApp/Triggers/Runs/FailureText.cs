using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>Why a run failed, as its store tells it.</summary>
/// <param name="Type">The exception's type; empty if nothing tells.</param>
/// <param name="Message">The exception's message; null if nothing tells.</param>
internal readonly record struct FailureText(string Type, string? Message)
{
    /// <summary>Reads the failure of an instance that was read with its output.</summary>
    public static FailureText Of(OrchestrationMetadata instance)
    {
        if (instance.FailureDetails is { } details)
        {
            return new(details.ErrorType, details.ErrorMessage);
        }

        // Azure Storage keeps a failure only as its output: the exception's type, a colon and the message, which is not JSON.
        return instance.SerializedOutput?.Split(": ", 2) is [var type, { Length: > 0 } message] && !type.Contains(' ')
            ? new(type, message)
            : new("", instance.SerializedOutput);
    }
}
