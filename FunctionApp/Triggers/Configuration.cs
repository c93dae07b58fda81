using FuseDeskFlows.Language;
using FuseDeskFlows.Truto;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers;

/// <summary>Tells whether the app is configured, before anything is started.</summary>
internal static class Configuration
{
    /// <summary>Checks the connection to FuseDesk, and the language model if one is configured.</summary>
    /// <param name="truto">The settings of the connection.</param>
    /// <param name="model">Tells whether the model can be used.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <returns>Null if nothing is wrong; else a problem that names each bad setting.</returns>
    public static async Task<ProblemDetails?> ProblemAsync(IOptions<TrutoOptions> truto, ModelReadiness model, CancellationToken cancellation) =>
        Problem(truto) ?? (await model.FaultAsync(cancellation) is { } fault ? ApiProblem.NotConfigured([fault.TrimEnd('.')]) : null);

    /// <summary>Checks the connection to FuseDesk.</summary>
    /// <param name="truto">The settings.</param>
    /// <returns>Null if they are complete; else a problem that names each bad setting.</returns>
    public static ProblemDetails? Problem(IOptions<TrutoOptions> truto)
    {
        try
        {
            _ = truto.Value;
            return null;
        }
        catch (OptionsValidationException fault)
        {
            return ApiProblem.NotConfigured(fault.Failures);
        }
    }
}
