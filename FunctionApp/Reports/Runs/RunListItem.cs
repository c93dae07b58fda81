using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>A run as a list shows it: without its report.</summary>
public record RunListItem
{
    /// <summary>The run's id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The flow's name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary><c>pending</c>, <c>running</c>, <c>suspended</c>, <c>completed</c>, <c>failed</c> or <c>terminated</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>When it was started.</summary>
    [JsonPropertyName("createdAt")]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything of it changed last.</summary>
    [JsonPropertyName("updatedAt")]
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How far it is; null before it has begun.</summary>
    [JsonPropertyName("progress")]
    public StepProgress? Progress { get; init; }

    /// <summary>What it waits for; null if it does not wait.</summary>
    [JsonPropertyName("waiting")]
    public PendingWait? Waiting { get; init; }
}
