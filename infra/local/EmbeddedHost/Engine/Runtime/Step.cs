using FuseDeskFlows.EmbeddedHost.Engine.Storage;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>A step that an orchestrator asks for: its record, and what is done for it once that is stored.</summary>
/// <param name="Record">The record; the execution gives it its number and time.</param>
internal sealed record Step(HistoryRecord Record)
{
    /// <summary>The sub-orchestration to create, without its link to this one.</summary>
    public InstanceRow? Child { get; init; }

    /// <summary>Recorded, but not to be done any more: a timer that was cancelled in the step that made it.</summary>
    public bool IsWithdrawn { get; init; }
}
