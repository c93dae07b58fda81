using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>What is logged of runs: events 1001 to 1999.</summary>
internal static partial class RunLog
{
    [LoggerMessage(1001, LogLevel.Information, "Run {RunId} of {Flow} started.")]
    public static partial void RunStarted(this ILogger logger, string flow, string runId);

    [LoggerMessage(1002, LogLevel.Information, "Run {RunId} of {Flow} completed after {Seconds} s.")]
    public static partial void RunCompleted(this ILogger logger, string flow, string runId, double seconds);

    [LoggerMessage(1003, LogLevel.Error, "Run {RunId} of {Flow} failed after {Seconds} s: {Error}. GET /api/runs?status=failed tells why.")]
    public static partial void RunFailed(this ILogger logger, string flow, string runId, double seconds, string error);

    [LoggerMessage(1004, LogLevel.Information, "Run {RunId} of {Flow} waits until {Until:u} for the quota of {Owner}, to call {Tool}.")]
    public static partial void RunWaits(this ILogger logger, string flow, string runId, DateTimeOffset until, string owner, string tool);

    [LoggerMessage(
        1005,
        LogLevel.Warning,
        "Run {RunId} of {Flow} is out of quota: the quota of {Owner} for {Tool} comes back at {Until:u}, later than it may wait.")]
    public static partial void RunOutOfQuota(
        this ILogger logger, string flow, string runId, DateTimeOffset until, string owner, string tool);
}
