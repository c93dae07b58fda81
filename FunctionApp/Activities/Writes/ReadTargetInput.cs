using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>What to read of what is, or was, to be changed.</summary>
public sealed record ReadTargetInput
{
    /// <summary>Truto's proxy resource.</summary>
    [JsonPropertyName("resource")]
    public required string Resource { get; init; }

    /// <summary>The object's id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>What the write's text is found by; null if none is looked for.</summary>
    [JsonPropertyName("token")]
    public string? Token { get; init; }
}
