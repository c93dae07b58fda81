using System.Text.Json.Serialization;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>A decision that was handed to a run.</summary>
public sealed record DecisionResult
{
    /// <summary>The decision's id, which the write's report names too.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary><c>approve</c> or <c>reject</c>.</summary>
    [JsonPropertyName("decision")]
    public required string Decision { get; init; }

    /// <summary>Who decided.</summary>
    [JsonPropertyName("by")]
    public required string By { get; init; }

    /// <summary>True once the run has taken it; false if the run has not come to it yet, and its status tells later.</summary>
    [JsonPropertyName("taken")]
    public bool Taken { get; init; }

    /// <summary>The write's run, whose report tells what came of it.</summary>
    [JsonPropertyName("writeId")]
    public required string WriteId { get; init; }
}
