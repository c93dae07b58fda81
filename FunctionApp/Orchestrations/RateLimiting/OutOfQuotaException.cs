using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>Ends a run that is out of quota.</summary>
internal sealed class OutOfQuotaException(OutOfQuota facts, string? message = null) : Exception(message ?? facts.ToString())
{
    /// <summary>The type's name: a stored failure of a run ends with it, behind whatever namespace the type had then.</summary>
    public const string ErrorType = "OutOfQuotaException";

    public OutOfQuota Facts => facts;
}
