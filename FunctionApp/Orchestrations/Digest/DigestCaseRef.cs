using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>A case that a digest is to read: as little of it as a run's history should hold two thousand times.</summary>
public sealed record DigestCaseRef
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required CaseId Id { get; init; }

    /// <summary>When it was opened.</summary>
    [JsonPropertyName("openedAt")]
    public DateTimeOffset? OpenedAt { get; init; }
}
