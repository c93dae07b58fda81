using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Reports.Writes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Tests.EndToEnd.Writes;

/// <summary>What a turn of an agent does with the writes that its model asks for: all of them side by side.</summary>
internal static class TurnRun
{
    [Function(nameof(TurnRun))]
    public static Task<WriteReport[]> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var writes = context.GetInput<ToolWriteRequest[]>()!;
        return Task.WhenAll(writes.Select((write, index) =>
        {
            var callId = $"r{index + 1}";
            var id = ToolWrite.IdOf(context.InstanceId, callId);
            return context.CallSubOrchestratorAsync<WriteReport>(
                ToolWrite.Name,
                write with { RunId = context.InstanceId, CallId = callId, Parent = new ParentRun { Flow = nameof(TurnRun) } },
                new SubOrchestrationOptions { InstanceId = id });
        }));
    }
}
