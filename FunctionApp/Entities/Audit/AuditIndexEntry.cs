using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.Audit;

/// <summary>One department's line of an audit, as a list shows it.</summary>
public sealed record AuditIndexEntry
{
    /// <summary>The run, whose output is the report.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>When the chats were checked.</summary>
    [JsonPropertyName("checkedAt")]
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The department's name.</summary>
    [JsonPropertyName("department")]
    public required string Department { get; init; }

    /// <summary>In how many chats a customer waited.</summary>
    [JsonPropertyName("waiting")]
    public required int Waiting { get; init; }

    /// <summary>How many of them were critical.</summary>
    [JsonPropertyName("critical")]
    public required int Critical { get; init; }

    /// <summary>How many had been reported before, unchanged.</summary>
    [JsonPropertyName("repeated")]
    public required int Repeated { get; init; }

    /// <summary>How many chats of the report before were resolved.</summary>
    [JsonPropertyName("resolved")]
    public required int Resolved { get; init; }
}
