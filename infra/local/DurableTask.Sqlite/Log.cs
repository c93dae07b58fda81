namespace DurableSqlite;

/// <summary>What the provider logs, as events 7xx: files, instance ids and numbers, never a payload.</summary>
internal static partial class Log
{
    [LoggerMessage(700, LogLevel.Information,
        "Task hub in {Path}: {Messages} messages wait, {Timers} timers run, {Activities} activities are to run")]
    public static partial void HubOpened(this ILogger logger, string path, int messages, int timers, int activities);
    [LoggerMessage(701, LogLevel.Information, "The schema of {Path} went from version {From} to {To}")]
    public static partial void SchemaApplied(this ILogger logger, string path, int from, int to);
    [LoggerMessage(702, LogLevel.Error, "A commit to {Path} failed; what must be written is tried again each second")]
    public static partial void CommitFailed(this ILogger logger, string path, Exception exception);
    [LoggerMessage(703, LogLevel.Warning, "Commits to {Path} succeed again")]
    public static partial void StorageRecovered(this ILogger logger, string path);
    [LoggerMessage(704, LogLevel.Critical, "{Path} cannot be used any more")]
    public static partial void StorageLost(this ILogger logger, string path, Exception exception);
    [LoggerMessage(705, LogLevel.Error, "Timers of {Path} are due and cannot be read; they are tried again")]
    public static partial void TimersDelayed(this ILogger logger, string path, Exception exception);
    [LoggerMessage(706, LogLevel.Debug, "A work item of {InstanceId} was abandoned, the {Count}. time in a row")]
    public static partial void WorkItemAbandoned(this ILogger logger, string instanceId, int count);
    [LoggerMessage(707, LogLevel.Information,
        "Instance {InstanceId} was purged or started anew while it ran; what that run did does not count")]
    public static partial void StaleEpisode(this ILogger logger, string instanceId);
    [LoggerMessage(708, LogLevel.Information, "{Count} instances that had ended before {Before:O} were purged")]
    public static partial void InstancesExpired(this ILogger logger, int count, DateTime before);
    [LoggerMessage(709, LogLevel.Warning, "Instances that ended long ago could not be purged; this is tried again")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);
}
