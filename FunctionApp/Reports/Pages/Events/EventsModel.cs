using FuseDeskFlows.Events;

namespace FuseDeskFlows.Reports.Pages.Events;

/// <summary>The case events that wait, and those that could not be handled.</summary>
public sealed record EventsModel
{
    /// <summary>How many wait to be handled, about.</summary>
    public required int Queued { get; init; }

    /// <summary>How many could not be handled, about.</summary>
    public required int Poisoned { get; init; }

    /// <summary>The oldest of those.</summary>
    public IReadOnlyList<PoisonedEvent> Oldest { get; init; } = [];

    /// <summary>How many were just put back; null if nobody asked for it.</summary>
    public int? Replayed { get; init; }
}
