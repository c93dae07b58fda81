using System.Text.Json.Serialization;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>A decision on a write, as a person sends it.</summary>
public sealed record DecisionRequest
{
    /// <summary><c>approve</c> or <c>reject</c>.</summary>
    [JsonPropertyName("decision")]
    public required string Decision { get; init; }

    /// <summary>The proposal's hash: 64 hexadecimal digits. An approval is of what that hash names, and of nothing else.</summary>
    [JsonPropertyName("hash")]
    public required string Hash { get; init; }

    /// <summary>Who decides, up to 200 characters; needed where no sign-in in front of the app says it.</summary>
    [JsonPropertyName("by")]
    public string? By { get; init; }

    /// <summary>Why, up to 500 characters.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>Other arguments than the proposed, a JSON object; only with an approval.</summary>
    [JsonPropertyName("arguments")]
    [JsonConverter(typeof(JsonTextConverter))]
    public string? Arguments { get; init; }
}
