using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>One of a chat's last messages.</summary>
public sealed record EscalatedChatMessage
{
    /// <summary>When it was written.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset? At { get; init; }

    /// <summary>Who wrote it, by name.</summary>
    [JsonPropertyName("by")]
    public string? By { get; init; }

    /// <summary>True for the customer's own.</summary>
    [JsonPropertyName("fromCustomer")]
    public bool FromCustomer { get; init; }

    /// <summary>The text, shortened to a line or two.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }
}
