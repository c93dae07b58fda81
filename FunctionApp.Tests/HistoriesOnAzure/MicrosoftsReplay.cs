using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using P = Microsoft.DurableTask.Protobuf;

namespace FuseDeskFlows.Tests.HistoriesOnAzure;

/// <summary>
/// Runs today's code through a recorded history, episode by episode, with what the isolated worker itself uses on Azure; each episode has to ask
/// for the steps that were recorded after it.
/// </summary>
internal sealed class MicrosoftsReplay
{
    private static readonly IServiceProvider Services = new ServiceCollection()
        .AddSingleton(new DurableTaskShimFactory(new DurableTaskWorkerOptions { EnableEntitySupport = true }, NullLoggerFactory.Instance))
        .BuildServiceProvider();

    private readonly JsonElement _history;
    private readonly string _flow;
    private readonly List<P.HistoryEvent> _past = [];
    private readonly Dictionary<int, string> _requests = [];
    private readonly Dictionary<int, Timestamp> _timers = [];

    public MicrosoftsReplay(JsonElement history)
    {
        _history = history;
        _flow = Text(history, "flow")!;
    }

    /// <summary>What the code asked for at the end: how the run ended.</summary>
    public P.CompleteOrchestrationAction? End { get; private set; }

    public void Run()
    {
        var events = _history.GetProperty("events").EnumerateArray().ToList();
        for (var from = 0; from < events.Count;)
        {
            var next = events.FindIndex(from + 1, e => Kind(e) is "OrchestratorStarted");
            next = next < 0 ? events.Count : next;
            RunEpisode(events[from..next]);
            from = next;
        }
    }

    private void RunEpisode(List<JsonElement> episode)
    {
        var arrived = episode.Select(Arrival).OfType<P.HistoryEvent>().ToList();
        var recorded = episode.Where(IsStep).ToDictionary(Step);
        var asked = Ask(arrived);
        End = asked.SingleOrDefault(action => action.CompleteOrchestration is not null)?.CompleteOrchestration;
        var steps = asked.Where(action => action.CompleteOrchestration is null).ToDictionary(action => action.Id);

        Assert.Equal(recorded.OrderBy(step => step.Key).Select(step => $"{step.Key}: {Describe(step.Value)}"), steps.OrderBy(step => step.Key).Select(step => $"{step.Key}: {Describe(step.Value)}"));
        _past.AddRange(arrived);
        _past.AddRange(steps.OrderBy(step => step.Key).Select(step => Made(step.Value, arrived[0].Timestamp)));
        _past.Add(new() { EventId = -1, Timestamp = arrived[0].Timestamp, OrchestratorCompleted = new() });
    }

    private RepeatedField<P.OrchestratorAction> Ask(List<P.HistoryEvent> arrived)
    {
        var request = new P.OrchestratorRequest
        {
            InstanceId = Text(_history, "instanceId"),
            EntityParameters = new() { EntityMessageReorderWindow = Duration.FromTimeSpan(TimeSpan.FromMinutes(30)) },
            PastEvents = { _past },
            NewEvents = { arrived },
            Properties = { ["defaultVersion"] = Value.ForString(Text(_history, "version")) },
        };
        var answer = GrpcOrchestrationRunner.LoadAndRun(Convert.ToBase64String(request.ToByteArray()), Flow.Named(_flow), Services);
        return P.OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer)).Actions;
    }

    /// <summary>What came to the run; null for what the run did.</summary>
    private P.HistoryEvent? Arrival(JsonElement e)
    {
        var arrival = new P.HistoryEvent { EventId = -1, Timestamp = At(e, "at") };
        switch (Kind(e))
        {
            case "OrchestratorStarted":
                arrival.OrchestratorStarted = new();
                break;
            case "ExecutionStarted":
                arrival.ExecutionStarted = new()
                {
                    Name = _flow,
                    Version = Text(_history, "version"),
                    Input = Data(e),
                    OrchestrationInstance = new() { InstanceId = Text(_history, "instanceId"), ExecutionId = "replay" },
                };
                break;
            case "TaskCompleted":
                arrival.TaskCompleted = new() { TaskScheduledId = Step(e), Result = Data(e) };
                break;
            case "TaskFailed":
                arrival.TaskFailed = new() { TaskScheduledId = Step(e), FailureDetails = Failure(e) };
                break;
            case "SubOrchestrationInstanceCompleted":
                arrival.SubOrchestrationInstanceCompleted = new() { TaskScheduledId = Step(e), Result = Data(e) };
                break;
            case "SubOrchestrationInstanceFailed":
                arrival.SubOrchestrationInstanceFailed = new() { TaskScheduledId = Step(e), FailureDetails = Failure(e) };
                break;
            case "TimerFired":
                arrival.TimerFired = new() { TimerId = Step(e), FireAt = _timers[Step(e)] };
                break;
            case "EntityOperationCompleted":
                arrival.EventRaised = new() { Name = _requests[Step(e)], Input = JsonSerializer.Serialize(new { result = Data(e) }) };
                break;
            case "EventRaised":
                arrival.EventRaised = new() { Name = Text(e, "name"), Input = Data(e) };
                break;
            default:
                return null;
        }

        return arrival;
    }

    /// <summary>What the store makes of a step that the code asked for.</summary>
    private P.HistoryEvent Made(P.OrchestratorAction action, Timestamp at)
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
            made.SubOrchestrationInstanceCreated = new() { InstanceId = child.InstanceId, Name = child.Name, Version = child.Version, Input = child.Input };
        }
        else
        {
            var sent = action.SendEvent;
            made.EventSent = new() { InstanceId = sent.Instance.InstanceId, Name = sent.Name, Input = sent.Data };
            _requests[action.Id] = Text(JsonElement.Parse(sent.Data), "id")!;
        }

        return made;
    }

    private static string Describe(P.OrchestratorAction action) => action switch
    {
        { ScheduleTask: { } task } => $"TaskScheduled {task.Name}",
        { CreateTimer: not null } => "TimerCreated",
        { CreateSubOrchestration: { } child } => $"SubOrchestrationInstanceCreated {child.Name}, version {child.Version}",
        { SendEvent: { } sent } => $"EntityOperationCalled {sent.Instance.InstanceId} {Text(JsonElement.Parse(sent.Data), "op")}",
        _ => action.OrchestratorActionTypeCase.ToString(),
    };

    private string Describe(JsonElement step) => Kind(step) switch
    {
        "TimerCreated" => "TimerCreated",
        "SubOrchestrationInstanceCreated" => $"SubOrchestrationInstanceCreated {Text(step, "name")}, version {Text(_history, "version")}",
        "EntityOperationCalled" => $"EntityOperationCalled {Text(step, "target")} {Text(step, "name")}",
        var kind => $"{kind} {Text(step, "name")}",
    };

    private static bool IsStep(JsonElement e) =>
        Kind(e) is "TaskScheduled" or "TimerCreated" or "SubOrchestrationInstanceCreated" or "EntityOperationCalled";

    private static string Kind(JsonElement e) => Text(e, "kind")!;

    private static int Step(JsonElement e) => e.GetProperty("step").GetInt32();

    private static string? Data(JsonElement e) => e.TryGetProperty("data", out var data) ? data.GetRawText() : null;

    private static Timestamp At(JsonElement e, string name) => Timestamp.FromDateTimeOffset(e.GetProperty(name).GetDateTimeOffset());

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static P.TaskFailureDetails Failure(JsonElement e)
    {
        var failure = e.GetProperty("failure");
        return new() { ErrorType = Text(failure, "type"), ErrorMessage = Text(failure, "message") };
    }
}
