using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>A write as somebody asks for it.</summary>
public sealed record PlanWriteInput
{
    /// <summary>The tool: the account's name of it, or <c>resource/method</c>.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>The arguments as they were given, JSON as text.</summary>
    [JsonPropertyName("arguments")]
    public required string Arguments { get; init; }

    /// <summary>The write's own id, by which its texts are signed.</summary>
    [JsonPropertyName("writeId")]
    public required string WriteId { get; init; }
}
