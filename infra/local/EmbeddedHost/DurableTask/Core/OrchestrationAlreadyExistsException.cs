namespace DurableTask.Core.Exceptions;

/// <summary>An orchestration was to start under an id that another one, not to be replaced, already has.</summary>
public class OrchestrationAlreadyExistsException : Exception
{
    /// <summary>Reports a conflict.</summary>
    public OrchestrationAlreadyExistsException()
    {
    }

    /// <summary>Reports a conflict.</summary>
    /// <param name="message">What conflicts.</param>
    public OrchestrationAlreadyExistsException(string message)
        : base(message)
    {
    }

    /// <summary>Reports a conflict.</summary>
    /// <param name="message">What conflicts.</param>
    /// <param name="innerException">What revealed it.</param>
    public OrchestrationAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
