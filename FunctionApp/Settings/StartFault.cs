using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Settings;

/// <summary>Tells who starts the app what is wrong with its settings, without a stack trace that says nothing of them.</summary>
internal static class StartFault
{
    /// <summary>Tells what keeps the app from starting.</summary>
    /// <returns>A sentence that names each setting; null if it is something else than settings.</returns>
    public static string? Describe(Exception exception)
    {
        var failures = Failures(exception).Select(failure => failure.TrimEnd('.')).Distinct(StringComparer.Ordinal).ToList();
        return failures.Count == 0 ? null : $"The app cannot start with these settings: {string.Join("; ", failures)}.";
    }

    private static List<string> Failures(Exception exception) => exception switch
    {
        OptionsValidationException wrong => [.. wrong.Failures],
        AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            [.. several.InnerExceptions.SelectMany(Failures)],
        _ => [],
    };
}
