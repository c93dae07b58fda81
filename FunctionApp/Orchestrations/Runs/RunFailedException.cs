namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>Ends a run that cannot give a result, with a message for the person who started it.</summary>
public sealed class RunFailedException : Exception
{
    /// <summary>Creates the failure.</summary>
    public RunFailedException()
    {
    }

    /// <summary>Creates the failure.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    public RunFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the failure.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="innerException">What caused it.</param>
    public RunFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
