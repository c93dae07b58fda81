using FuseDeskFlows.Events;

namespace FuseDeskFlows.Entities.CaseEvents;

/// <summary>What a case's inbox holds; nothing grows with the number of events.</summary>
public sealed record CaseEventDebouncerState
{
    /// <summary>The run that triages the case now, or will when it is quiet; null if there is none.</summary>
    public string? Leader { get; init; }

    /// <summary>The events that no triage has answered yet; null if there are none.</summary>
    public CaseBurst? Pending { get; init; }
}
