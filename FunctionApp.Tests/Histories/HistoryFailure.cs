using DurableTask.Core;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>A failure as a recorded history keeps it: without the stack, which differs from build to build.</summary>
internal sealed record HistoryFailure(string Type, string Message, HistoryFailure? Inner = null)
{
    public static HistoryFailure? Of(FailureDetails? failure) =>
        failure is null ? null : new(failure.ErrorType, failure.ErrorMessage, Of(failure.InnerFailure));
}
