namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>The host cannot start; the message is for the person who started it and says what to change.</summary>
internal sealed class HostStartException(string message, Exception? innerException = null) : Exception(message, innerException);
