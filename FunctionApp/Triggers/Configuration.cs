using FuseDeskFlows.Truto;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers;

/// <summary>Tells whether the app is configured, before anything is started.</summary>
internal static class Configuration
{
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
