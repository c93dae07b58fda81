namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>Ends a run whose quota does not come back in the time that the run may wait.</summary>
public sealed class WaitBudgetExceededException : Exception
{
    /// <summary>The type's name: a stored failure of a run ends with it, behind whatever namespace the type had then.</summary>
    public const string ErrorType = "WaitBudgetExceededException";

    /// <summary>Creates the failure.</summary>
    public WaitBudgetExceededException()
    {
    }

    /// <summary>Creates the failure.</summary>
    /// <param name="message">Until when the quota is exhausted, and what to do.</param>
    public WaitBudgetExceededException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the failure.</summary>
    /// <param name="message">Until when the quota is exhausted, and what to do.</param>
    /// <param name="innerException">What caused it.</param>
    public WaitBudgetExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
