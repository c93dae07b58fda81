using System.Text.Json;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>What a run of a small flow did that has a step of each kind, as it would have been recorded.</summary>
internal sealed class SmallHistory
{
    private readonly List<HistoryEvent> _events = [];
    private DateTimeOffset _now = Some.Moment;

    private SmallHistory() => Arrives(HistoryEventKind.ExecutionStarted);

    /// <summary>Reads, pauses, asks an entity and a sub-orchestration, waits for an event, and writes.</summary>
    public static RecordedHistory OfAll(TimeSpan pause)
    {
        var history = new SmallHistory();
        history.Steps(HistoryEventKind.TaskScheduled, 0, "Read", data: "read");
        history.Arrives(HistoryEventKind.TaskCompleted, 0, "Read", new { Text = "read", Pages = 7 });
        history.Steps(HistoryEventKind.TimerCreated, 1);
        history._now += pause;
        history.Arrives(HistoryEventKind.TimerFired, 1);
        history.Steps(HistoryEventKind.EntityOperationCalled, 2, "Ask", "@ledger@1", 1);
        history.Arrives(HistoryEventKind.EntityOperationCompleted, 2, "Ask", 1);
        history.Steps(HistoryEventKind.SubOrchestrationInstanceCreated, 3, "Child", "child-1");
        history.Arrives(HistoryEventKind.SubOrchestrationInstanceCompleted, 3, "Child", "child");
        history.Arrives(HistoryEventKind.EventRaised, name: "Go", data: "go");
        history.Steps(HistoryEventKind.TaskScheduled, 4, "Write", data: "written");
        history.Arrives(HistoryEventKind.TaskCompleted, 4, "Write", "written");
        history.Add(HistoryEventKind.ExecutionCompleted, data: new { Text = "read, 7, child, go, written" });
        return history.Recorded();
    }

    /// <summary>Fails at once.</summary>
    public static RecordedHistory OfFailure(string message)
    {
        var history = new SmallHistory();
        history.Add(HistoryEventKind.ExecutionFailed, failure: new("System.InvalidOperationException", message));
        return history.Recorded();
    }

    private void Steps(HistoryEventKind kind, int step, string? name = null, string? target = null, object? data = null) =>
        Add(kind, step, name, target, data);

    private void Arrives(HistoryEventKind kind, int? step = null, string? name = null, object? data = null)
    {
        Add(HistoryEventKind.OrchestratorStarted);
        Add(kind, step, name, data: data);
    }

    private void Add(
        HistoryEventKind kind,
        int? step = null,
        string? name = null,
        string? target = null,
        object? data = null,
        HistoryFailure? failure = null) =>
        _events.Add(new()
        {
            No = _events.Count + 1,
            Kind = kind,
            At = _now,
            Step = step,
            Name = name,
            Target = target,
            Failure = failure,
            Data = data is null ? null : JsonSerializer.SerializeToElement(data),
        });

    private RecordedHistory Recorded() =>
        new() { Flow = "Flow", Scenario = "small", Version = "1.0", InstanceId = "small-1", Events = _events };
}
