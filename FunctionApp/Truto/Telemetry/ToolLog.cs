using FuseDeskFlows.Truto.Tools;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Truto.Telemetry;

/// <summary>What is logged of calls to FuseDesk's tools: events 2001 to 2099.</summary>
internal static partial class ToolLog
{
    [LoggerMessage(2001, LogLevel.Warning, "{Tool} was refused: {Kind}, status {Status}.")]
    public static partial void ToolRefused(this ILogger logger, string tool, ToolErrorKind kind, int? status);

    [LoggerMessage(
        2002,
        LogLevel.Warning,
        "The account's tool list (/tools) cannot be used: {Trouble}. {Substitute} names and arguments serve instead.")]
    public static partial void ToolListUnusable(this ILogger logger, string trouble, string substitute);

    [LoggerMessage(2003, LogLevel.Information, "{Tool} met an exhausted quota of {Owner}, which comes back at {Until:u}.")]
    public static partial void ToolRateLimited(this ILogger logger, string tool, string owner, DateTimeOffset? until);
}
