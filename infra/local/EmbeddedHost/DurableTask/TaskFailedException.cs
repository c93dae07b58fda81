namespace Microsoft.DurableTask;

/// <summary>An activity or a sub-orchestration failed.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>Wraps an exception.</summary>
    /// <param name="taskName">The task's name.</param>
    /// <param name="taskId">The task's number in its orchestration.</param>
    /// <param name="innerException">What it threw.</param>
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : base(Text(taskName, taskId, innerException?.Message), innerException)
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = TaskFailureDetails.FromException(innerException!);
    }

    /// <summary>Reports a recorded failure.</summary>
    /// <param name="taskName">The task's name.</param>
    /// <param name="taskId">The task's number in its orchestration.</param>
    /// <param name="failureDetails">Why it failed.</param>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base(Text(taskName, taskId, failureDetails?.ErrorMessage))
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails!;
    }

    /// <summary>The task's name.</summary>
    public string TaskName { get; }

    /// <summary>The task's number in its orchestration.</summary>
    public int TaskId { get; }

    /// <summary>Why it failed: type, message and stack of the exception, and of those within it.</summary>
    public TaskFailureDetails FailureDetails { get; }

    /// <summary>Whether the failure is of exactly this exception type.</summary>
    /// <typeparam name="T">The exception type.</typeparam>
    /// <returns>True if it is.</returns>
    [Obsolete("FailureDetails.IsCausedBy<T>() also knows derived types.")]
    public bool IsCausedByException<T>()
        where T : Exception
        => string.Equals(FailureDetails.ErrorType, typeof(T).FullName, StringComparison.Ordinal);

    private static string Text(string name, int id, string? reason)
    {
        var what = $"Task '{name}' (#{id}) failed with an unhandled exception";
        return reason is null ? what + "." : $"{what}: {reason}";
    }
}
