using System.Text.Json.Serialization;
using FuseDeskFlows.Events;

namespace FuseDeskFlows.Entities.CaseEvents;

/// <summary>What a case's debouncer holds; nothing grows with the number of events.</summary>
public sealed record CaseEventDebouncerState
{
    /// <summary>The run that triages the case now, or will when it is quiet; null if there is none.</summary>
    [JsonPropertyName("leader")]
    public string? Leader { get; init; }

    /// <summary>The events that no triage has answered yet; null if there are none.</summary>
    [JsonPropertyName("pending")]
    public CaseBurst? Pending { get; init; }
}
