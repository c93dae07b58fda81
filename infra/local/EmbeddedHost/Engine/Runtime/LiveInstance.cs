using FuseDeskFlows.EmbeddedHost.Engine.Storage;

namespace FuseDeskFlows.EmbeddedHost.Engine.Runtime;

/// <summary>An orchestration in memory: its row, and its code at work or the history to rebuild that from.</summary>
internal sealed class LiveInstance(InstanceRow row, IReadOnlyList<HistoryRecord> history)
{
    public InstanceRow Row { get; set; } = row;

    /// <summary>The stored history, until the code has been rebuilt from it.</summary>
    public IReadOnlyList<HistoryRecord> History { get; set; } = history;

    public int HistoryLength { get; set; } = history.Count;

    public OrchestratorExecution? Execution { get; set; }

    public bool IsStarted => Execution?.IsStarted ?? History.Any(r => r.Kind == HistoryKind.ExecutionStarted);
}
