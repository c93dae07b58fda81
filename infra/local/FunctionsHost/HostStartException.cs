namespace LocalFunctionsHost;

/// <summary>The host cannot start as it was asked to; the message says to the person who asked what is wrong, and what helps.</summary>
internal sealed class HostStartException(string message, Exception? innerException = null) : Exception(message, innerException);
