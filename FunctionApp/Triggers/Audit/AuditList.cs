using System.Text.Json.Serialization;
using FuseDeskFlows.Entities.Audit;

namespace FuseDeskFlows.Triggers.Audit;

/// <summary>A list of audits.</summary>
public sealed record AuditList
{
    /// <summary>The audits, newest first, one entry for each department.</summary>
    [JsonPropertyName("audits")]
    public IReadOnlyList<AuditIndexEntry> Audits { get; init; } = [];
}
