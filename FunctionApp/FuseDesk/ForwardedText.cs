using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk;

/// <summary>A mail of somebody else that a message hands on. It is never its sender's own word.</summary>
public sealed record ForwardedText
{
    /// <summary>Who wrote it, as its header says: a name, an address or both.</summary>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>Its subject, as its header says.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    /// <summary>The text, plain.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }
}
