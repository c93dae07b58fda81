namespace LocalFunctionsHost.Queues;

/// <summary>What the local queues log.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(9151, LogLevel.Error, "A request to the queues failed.")]
    public static partial void RequestFailed(this ILogger logger, Exception error);
}
