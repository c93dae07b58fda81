namespace FuseDeskFlows.Events;

/// <summary>A message is no case event, or does not say of which case. The text names the field and never quotes the message.</summary>
public sealed class CaseEventException : Exception
{
    /// <summary>Creates the failure.</summary>
    public CaseEventException()
    {
    }

    /// <summary>Creates the failure.</summary>
    /// <param name="message">What is wrong with which field.</param>
    public CaseEventException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the failure.</summary>
    /// <param name="message">What is wrong with which field.</param>
    /// <param name="innerException">What caused it.</param>
    public CaseEventException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
