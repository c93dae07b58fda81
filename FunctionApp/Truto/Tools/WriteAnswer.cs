using System.Text.Json.Serialization;

namespace FuseDeskFlows.Truto.Tools;

/// <summary>What the answer to a write tells.</summary>
public sealed record WriteAnswer
{
    /// <summary>True if an answer says that the write was carried out; false if nothing tells.</summary>
    [JsonPropertyName("isDone")]
    public bool IsDone { get; init; }

    /// <summary>Why nothing tells, for a person; null if the write was carried out.</summary>
    [JsonPropertyName("doubt")]
    public string? Doubt { get; init; }

    /// <summary>The id of the object that was created or changed, where the answer names it.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }
}
