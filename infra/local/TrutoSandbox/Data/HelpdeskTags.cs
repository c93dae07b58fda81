using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>The case tags at the start.</summary>
internal static class HelpdeskTags
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<CaseTag> All =
    [
        new(1, "refund"),
        new(2, "vip"),
        new(3, "bug"),
        new(4, "escalated"),
        new(5, "churn-risk"),
        new(6, "feature-request"),
        new(7, "urgent"),
        new(8, "waiting-for-vendor"),
    ];
}
