using Microsoft.DurableTask;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>A run needs a function that is not there.</summary>
internal sealed class FunctionNotFoundException(TaskFailureDetails failure) : Exception(failure.ErrorMessage)
{
    public TaskFailureDetails Failure { get; } = failure;
}
