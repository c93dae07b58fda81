using System.Text.Json;
using DurableTask.Core;
using DurableTask.Core.History;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>Takes from a history, as Durable Task has it, what is worth keeping of it.</summary>
internal sealed class HistoryReading
{
    private readonly List<HistoryEvent> _events = [];
    private readonly Dictionary<int, string?> _operations = [];
    private readonly Dictionary<string, int> _requests = new(StringComparer.Ordinal);
    private DateTimeOffset _now;

    private HistoryReading()
    {
    }

    public static IReadOnlyList<HistoryEvent> Read(IEnumerable<DurableTask.Core.History.HistoryEvent> history)
    {
        var reading = new HistoryReading();
        foreach (var e in history)
        {
            reading.Read(e);
        }

        return reading._events;
    }

    private void Read(DurableTask.Core.History.HistoryEvent e)
    {
        switch (e)
        {
            case OrchestratorStartedEvent started:
                // What stands between two of these happened at the time of the first, for the code.
                _now = new(DateTime.SpecifyKind(started.Timestamp, DateTimeKind.Utc));
                Add(HistoryEventKind.OrchestratorStarted);
                break;
            case ExecutionStartedEvent started:
                Add(HistoryEventKind.ExecutionStarted, name: started.Name, data: started.Input);
                break;
            case TaskScheduledEvent task:
                Step(HistoryEventKind.TaskScheduled, task.EventId, task.Name, data: Argument(task.Input));
                break;
            case TaskCompletedEvent task:
                Answer(HistoryEventKind.TaskCompleted, task.TaskScheduledId, task.Result);
                break;
            case TaskFailedEvent task:
                Answer(HistoryEventKind.TaskFailed, task.TaskScheduledId, failure: task.FailureDetails);
                break;
            case TimerCreatedEvent timer:
                Step(HistoryEventKind.TimerCreated, timer.EventId, dueAt: timer.FireAt);
                break;
            case TimerFiredEvent timer:
                Answer(HistoryEventKind.TimerFired, timer.TimerId);
                break;
            case SubOrchestrationInstanceCreatedEvent child:
                Step(HistoryEventKind.SubOrchestrationInstanceCreated, child.EventId, child.Name, child.InstanceId, child.Input);
                break;
            case SubOrchestrationInstanceCompletedEvent child:
                Answer(HistoryEventKind.SubOrchestrationInstanceCompleted, child.TaskScheduledId, child.Result);
                break;
            case SubOrchestrationInstanceFailedEvent child:
                Answer(HistoryEventKind.SubOrchestrationInstanceFailed, child.TaskScheduledId, failure: child.FailureDetails);
                break;
            case EventSentEvent sent:
                ReadRequest(sent);
                break;
            case EventRaisedEvent raised:
                ReadEvent(raised);
                break;
            case ExecutionCompletedEvent { OrchestrationStatus: OrchestrationStatus.Completed } end:
                Add(HistoryEventKind.ExecutionCompleted, data: end.Result);
                break;
            case ExecutionCompletedEvent end:
                Add(HistoryEventKind.ExecutionFailed, failure: end.FailureDetails);
                break;
        }
    }

    // To an entity, what is sent is a request in JSON; its answer is raised as an event of the request's name.
    private void ReadRequest(EventSentEvent sent)
    {
        var request = JsonElement.Parse(sent.Input);
        var isSignal = request.TryGetProperty("signal", out var signal) && signal.ValueKind == JsonValueKind.True;
        _requests[request.GetProperty("id").GetString()!] = sent.EventId;
        _operations[sent.EventId] = request.GetProperty("op").GetString();
        Step(
            isSignal ? HistoryEventKind.EntityOperationSignaled : HistoryEventKind.EntityOperationCalled,
            sent.EventId, request.GetProperty("op").GetString(), sent.InstanceId, Text(request, "input"));
    }

    private void ReadEvent(EventRaisedEvent raised)
    {
        if (_requests.TryGetValue(raised.Name, out var step))
        {
            Answer(HistoryEventKind.EntityOperationCompleted, step, Text(JsonElement.Parse(raised.Input), "result"));
        }
        else
        {
            Add(HistoryEventKind.EventRaised, name: raised.Name, data: raised.Input);
        }
    }

    private void Step(
        HistoryEventKind kind,
        int step,
        string? name = null,
        string? target = null,
        string? data = null,
        DateTime? dueAt = null) => Add(kind, step, name, target, data, dueAt: dueAt);

    private void Answer(HistoryEventKind kind, int step, string? data = null, FailureDetails? failure = null) =>
        Add(kind, step, _operations.GetValueOrDefault(step), data: data, failure: failure);

    private void Add(
        HistoryEventKind kind,
        int? step = null,
        string? name = null,
        string? target = null,
        string? data = null,
        FailureDetails? failure = null,
        DateTime? dueAt = null) =>
        _events.Add(new()
        {
            No = _events.Count + 1,
            Kind = kind,
            At = _now,
            Step = step,
            Name = name,
            Target = target,
            DueAt = dueAt is { } due ? new DateTimeOffset(DateTime.SpecifyKind(due, DateTimeKind.Utc)) : null,
            Failure = HistoryFailure.Of(failure),
            Data = data is { Length: > 0 } ? JsonElement.Parse(data) : null,
        });

    // An activity's input is kept as a list of arguments, of which there is one.
    private static string? Argument(string? input) => input is null ? null : JsonElement.Parse(input)[0].GetRawText();

    private static string? Text(JsonElement message, string name) => message.TryGetProperty(name, out var text) ? text.GetString() : null;
}
