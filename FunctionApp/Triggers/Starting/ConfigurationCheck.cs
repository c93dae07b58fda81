using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Tells whether the app is configured, before anything is started.</summary>
internal static class ConfigurationCheck
{
    /// <summary>Checks that the language model can be used, if one is configured.</summary>
    /// <param name="model">Tells so.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>Null if it can; else a problem that names the bad setting.</returns>
    public static async Task<ProblemDetails?> ProblemAsync(ModelReadiness model, CancellationToken cancellationToken) =>
        await model.FaultAsync(cancellationToken) is { } fault ? ApiProblem.NotConfigured([fault.TrimEnd('.')]) : null;

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
