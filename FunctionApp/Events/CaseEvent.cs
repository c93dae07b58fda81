using System.Text.Json;
using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Events;

/// <summary>Something happened to a case: one message of the queue <c>case-events</c>.</summary>
public sealed record CaseEvent
{
    /// <summary>The event's id. The same id is the same event, however often it is delivered.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>What happened, such as <c>record:updated</c>; not interpreted.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>The case; null if it has to be found in <see cref="Payload"/>.</summary>
    [JsonPropertyName("caseId")]
    public CaseId? CaseId { get; init; }

    /// <summary>When it happened; null if it is not known.</summary>
    [JsonPropertyName("occurredAt")]
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The record as it came, or shortened; null if there was none.</summary>
    [JsonPropertyName("payload")]
    public JsonElement? Payload { get; init; }

    /// <summary>True if the record was too long for a queue, so that texts, lists and what lay deep in it were cut.</summary>
    [JsonPropertyName("isShortened")]
    public bool IsShortened { get; init; }
}
