using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>A chat of the last report in which nobody waits any more.</summary>
public sealed record ResolvedChat
{
    /// <summary>The chat's id.</summary>
    [JsonPropertyName("chatId")]
    public required ChatId ChatId { get; init; }

    /// <summary>The customer's name.</summary>
    [JsonPropertyName("client")]
    public string? Client { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>When it was reported first.</summary>
    [JsonPropertyName("reportedSince")]
    public required DateTimeOffset ReportedSince { get; init; }

    /// <summary>Why nobody waits any more.</summary>
    [JsonPropertyName("how")]
    public required ChatResolution How { get; init; }

    /// <summary>When it was answered, where that is known.</summary>
    [JsonPropertyName("answeredAt")]
    public DateTimeOffset? AnsweredAt { get; init; }
}
