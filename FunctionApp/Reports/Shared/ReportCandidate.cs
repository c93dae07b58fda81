using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>A contact whom an ambiguous search may have meant.</summary>
public sealed record ReportCandidate
{
    /// <summary>The id to start again with.</summary>
    [JsonPropertyName("contactId")]
    public required ContactId ContactId { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
