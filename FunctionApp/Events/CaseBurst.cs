using System.Text.Json.Serialization;

namespace FuseDeskFlows.Events;

/// <summary>The events of one case that one triage answers.</summary>
public sealed record CaseBurst
{
    /// <summary>How many.</summary>
    [JsonPropertyName("count")]
    public int Count { get; init; }

    /// <summary>The id of the newest.</summary>
    [JsonPropertyName("newestId")]
    public string? NewestId { get; init; }

    /// <summary>What happened in it.</summary>
    [JsonPropertyName("newestType")]
    public string? NewestType { get; init; }

    /// <summary>When it happened.</summary>
    [JsonPropertyName("newestAt")]
    public DateTimeOffset? NewestAt { get; init; }

    /// <summary>When the first one arrived.</summary>
    [JsonPropertyName("firstArrivedAt")]
    public DateTimeOffset FirstArrivedAt { get; init; }

    /// <summary>When the last one arrived.</summary>
    [JsonPropertyName("lastArrivedAt")]
    public DateTimeOffset LastArrivedAt { get; init; }

    /// <summary>Adds an event.</summary>
    /// <param name="arrival">The event.</param>
    /// <returns>The burst with it; the newest is the one that happened last, whatever the order of arrival.</returns>
    internal CaseBurst With(CaseEventArrival arrival)
    {
        var newest = Count == 0 || (arrival.OccurredAt ?? arrival.At) >= (NewestAt ?? LastArrivedAt);
        return this with
        {
            Count = Count + 1,
            NewestId = newest ? arrival.EventId : NewestId,
            NewestType = newest ? arrival.Type : NewestType,
            NewestAt = newest ? arrival.OccurredAt : NewestAt,
            FirstArrivedAt = Count == 0 || arrival.At < FirstArrivedAt ? arrival.At : FirstArrivedAt,
            LastArrivedAt = Count == 0 || arrival.At > LastArrivedAt ? arrival.At : LastArrivedAt,
        };
    }
}
