using System.Text.Json;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>A flow's report that is the result of a call.</summary>
public sealed record StoreReportInput
{
    /// <summary>Where to store it.</summary>
    [JsonPropertyName("storedAt")]
    public required string StoredAt { get; init; }

    /// <summary>The call's handle.</summary>
    [JsonPropertyName("handle")]
    public required string Handle { get; init; }

    /// <summary>The tool.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>What the model must know of it.</summary>
    [JsonPropertyName("note")]
    public string? Note { get; init; }

    /// <summary>The report.</summary>
    [JsonPropertyName("report")]
    public JsonElement Report { get; init; }

    /// <summary>How many tokens of it are to be shown.</summary>
    [JsonPropertyName("tokens")]
    public int Tokens { get; init; }
}
