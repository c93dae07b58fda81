using System.Text.Json;
using Microsoft.DurableTask.Entities;
using P = Microsoft.DurableTask.Protobuf;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>
/// A step in words, the same for one that was recorded and one that the code asks for; what is passed on does not matter.
/// </summary>
internal static class StepText
{
    public static string Of(HistoryEvent step, string version) => step.Kind switch
    {
        HistoryEventKind.TaskScheduled => $"activity '{step.Name}'",
        HistoryEventKind.TimerCreated => "a timer",
        HistoryEventKind.SubOrchestrationInstanceCreated => $"sub-orchestration '{step.Name}', version {version}",
        HistoryEventKind.EntityOperationCalled =>
            $"a call of entity operation '{EntityInstanceId.FromString(step.Target!).Name}.{step.Name}' of {step.Target}",
        HistoryEventKind.EntityOperationSignaled =>
            $"a signal of entity operation '{EntityInstanceId.FromString(step.Target!).Name}.{step.Name}' of {step.Target}",
        _ => $"{step.Kind}",
    };

    public static string Of(P.OrchestratorAction action)
    {
        if (action.SendEvent is not { } sent)
        {
            return action switch
            {
                { ScheduleTask: { } task } => $"activity '{task.Name}'",
                { CreateTimer: not null } => "a timer",
                { CreateSubOrchestration: { } child } => $"sub-orchestration '{child.Name}', version {child.Version}",
                _ => $"{action.OrchestratorActionTypeCase}",
            };
        }

        var message = JsonElement.Parse(sent.Data);
        var kind = message.TryGetProperty("signal", out var signal) && signal.ValueKind == JsonValueKind.True ? "signal" : "call";
        var target = sent.Instance.InstanceId;
        return $"a {kind} of entity operation '{EntityInstanceId.FromString(target).Name}.{message.GetProperty("op").GetString()}' of "
            + $"{target}";
    }
}
