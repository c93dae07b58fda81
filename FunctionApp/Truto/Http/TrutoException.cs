namespace FuseDeskFlows.Truto.Http;

/// <summary>
/// The unexpected: no connection, no answer in time, a failing server, an answer that is not JSON. Trying again later may help,
/// so an orchestration's retry policy handles it. The message holds neither secrets nor what customers wrote.
/// </summary>
public sealed class TrutoException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public TrutoException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What failed, without secrets or customer text.</param>
    public TrutoException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its cause.</summary>
    /// <param name="message">What failed, without secrets or customer text.</param>
    /// <param name="innerException">The cause.</param>
    public TrutoException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How many requests were sent in vain.</summary>
    public int Calls { get; init; }
}
