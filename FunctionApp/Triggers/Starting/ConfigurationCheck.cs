using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Tells whether the app is configured, before anything is started.</summary>
internal static class ConfigurationCheck
{
    /// <summary>Finds why the language model cannot be used; null if it can, or if none is configured.</summary>
    public static async Task<ProblemDetails?> FindProblemAsync(ModelReadiness model, CancellationToken cancellationToken) =>
        (await model.CheckAsync(cancellationToken)).Fault is { } fault ? ApiProblem.NotConfigured([fault.TrimEnd('.')]) : null;

    /// <summary>Finds the settings that are missing or wrong; null if none is.</summary>
    public static ProblemDetails? FindProblem<TOptions>(IOptions<TOptions> options)
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
