using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Language.Models;

/// <summary>What is logged of calls to the language model: events 2101 to 2199.</summary>
internal static partial class ModelLog
{
    [LoggerMessage(
        2101,
        LogLevel.Warning,
        "The language model {Deployment} could not do its work: {Fault}. What it should have written is written without it.")]
    public static partial void ModelFailed(this ILogger logger, string deployment, string fault);

    [LoggerMessage(2102, LogLevel.Information, "The language model {Deployment} has no quota left; it comes back at {Until:u}.")]
    public static partial void ModelRateLimited(this ILogger logger, string deployment, DateTimeOffset? until);

    [LoggerMessage(
        2103,
        LogLevel.Information,
        "The language model {Deployment} does not take {Parameter}: it is left out or replaced until the app starts again. "
            + "Language:Omit can say so.")]
    public static partial void ModelRefusedParameter(this ILogger logger, string deployment, string parameter);
}
