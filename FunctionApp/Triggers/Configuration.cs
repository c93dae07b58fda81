using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers;

/// <summary>Tells whether the app is configured, before anything is started.</summary>
internal static class Configuration
{
    /// <summary>Checks settings.</summary>
    /// <typeparam name="TOptions">Which settings.</typeparam>
    /// <param name="options">The settings.</param>
    /// <returns>Null if they are complete; else a problem that names each bad setting.</returns>
    public static ProblemDetails? Problem<TOptions>(IOptions<TOptions> options)
        where TOptions : class
    {
        try
        {
            _ = options.Value;
            return null;
        }
        catch (OptionsValidationException fault)
        {
            return ApiProblem.NotConfigured(fault.Failures);
        }
    }
}
