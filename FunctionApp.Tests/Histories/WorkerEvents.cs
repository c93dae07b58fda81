using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using P = Microsoft.DurableTask.Protobuf;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>Turns recorded events into those that the worker is sent.</summary>
internal sealed class WorkerEvents(RecordedHistory history)
{
    private readonly Dictionary<int, string> _requests = [];
    private readonly Dictionary<int, Timestamp> _timers = [];

    /// <summary>What came to the run; null for what the run did.</summary>
    public P.HistoryEvent? Arrival(HistoryEvent e)
    {
        var arrival = new P.HistoryEvent { EventId = -1, Timestamp = Timestamp.FromDateTimeOffset(e.At) };
        var data = e.Data?.GetRawText();
        switch (e.Kind)
        {
            case HistoryEventKind.OrchestratorStarted:
                arrival.OrchestratorStarted = new();
                break;
            case HistoryEventKind.ExecutionStarted:
                arrival.ExecutionStarted = new()
                {
                    Name = history.Flow,
                    Version = history.Version,
                    Input = data,
                    OrchestrationInstance = new() { InstanceId = history.InstanceId, ExecutionId = "replay" },
                };
                break;
            case HistoryEventKind.TaskCompleted:
                arrival.TaskCompleted = new() { TaskScheduledId = e.Step!.Value, Result = data };
                break;
            case HistoryEventKind.TaskFailed:
                arrival.TaskFailed = new() { TaskScheduledId = e.Step!.Value, FailureDetails = Failure(e.Failure!) };
                break;
            case HistoryEventKind.SubOrchestrationInstanceCompleted:
                arrival.SubOrchestrationInstanceCompleted = new() { TaskScheduledId = e.Step!.Value, Result = data };
                break;
            case HistoryEventKind.SubOrchestrationInstanceFailed:
                arrival.SubOrchestrationInstanceFailed = new() { TaskScheduledId = e.Step!.Value, FailureDetails = Failure(e.Failure!) };
                break;
            case HistoryEventKind.TimerFired:
                arrival.TimerFired = new() { TimerId = e.Step!.Value, FireAt = _timers[e.Step.Value] };
                break;
            case HistoryEventKind.EntityOperationCompleted:
                arrival.EventRaised = new() { Name = _requests[e.Step!.Value], Input = JsonSerializer.Serialize(new { result = data }) };
                break;
            case HistoryEventKind.EventRaised:
                arrival.EventRaised = new() { Name = e.Name, Input = data };
                break;
            default:
                return null;
        }

        return arrival;
    }

    /// <summary>What the store makes of a step that the code asked for.</summary>
    public P.HistoryEvent Made(P.OrchestratorAction action, Timestamp at)
    {
        var made = new P.HistoryEvent { EventId = action.Id, Timestamp = at };
        if (action.ScheduleTask is { } task)
        {
            made.TaskScheduled = new() { Name = task.Name, Version = task.Version, Input = task.Input };
        }
        else if (action.CreateTimer is { } timer)
        {
            made.TimerCreated = new() { FireAt = timer.FireAt };
            _timers[action.Id] = timer.FireAt;
        }
        else if (action.CreateSubOrchestration is { } child)
        {
            made.SubOrchestrationInstanceCreated = new()
            {
                InstanceId = child.InstanceId,
                Name = child.Name,
                Version = child.Version,
                Input = child.Input,
            };
        }
        else
        {
            var sent = action.SendEvent;
            made.EventSent = new() { InstanceId = sent.Instance.InstanceId, Name = sent.Name, Input = sent.Data };
            _requests[action.Id] = JsonElement.Parse(sent.Data).GetProperty("id").GetString()!;
        }

        return made;
    }

    private static P.TaskFailureDetails Failure(HistoryFailure failure) => new()
    {
        ErrorType = failure.Type,
        ErrorMessage = failure.Message,
        InnerFailure = failure.Inner is { } inner ? Failure(inner) : null,
    };
}
