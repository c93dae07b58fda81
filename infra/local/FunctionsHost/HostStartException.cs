namespace LocalFunctionsHost;

/// <summary>The host cannot start as it was asked to; the message is one sentence for the person who asked.</summary>
public sealed class HostStartException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="message">What is wrong, and what helps.</param>
    public HostStartException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it.</summary>
    /// <param name="message">What is wrong, and what helps.</param>
    /// <param name="innerException">What showed it.</param>
    public HostStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
