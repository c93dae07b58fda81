using System.Diagnostics.CodeAnalysis;

namespace FuseDeskFlows.RateLimiting;

/// <summary>Whether a call may be made; if not, what is in its way.</summary>
internal readonly record struct Admission(RateLimitRejection? Rejection)
{
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAdmitted => Rejection is null;
}
