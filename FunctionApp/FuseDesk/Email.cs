using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>An email that is not yet part of a case.</summary>
public sealed record Email
{
    /// <summary>The email's id.</summary>
    [JsonPropertyName("id")]
    public required EmailId Id { get; init; }

    /// <summary>The sender's address.</summary>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>The recipient's address.</summary>
    [JsonPropertyName("to")]
    public string? To { get; init; }

    /// <summary>The subject line.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    /// <summary>When it arrived.</summary>
    [JsonPropertyName("receivedAt")]
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The contact in FuseDesk, where the mail names one.</summary>
    [JsonPropertyName("contactId")]
    public ContactId? ContactId { get; init; }
}
