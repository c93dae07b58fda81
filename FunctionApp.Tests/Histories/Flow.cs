using System.Reflection;
using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Orchestrations.Writes;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>One of the app's orchestrators as Microsoft's worker calls it.</summary>
internal sealed class Flow(MethodInfo method, Type input) : ITaskOrchestrator
{
    private static readonly Dictionary<string, Type> Inputs = new(StringComparer.Ordinal)
    {
        [AgentFlowCall.Name] = typeof(AgentFlowCallInput),
        [AgentRun.Name] = typeof(AgentRequest),
        [StoredResultNames.Orchestration] = typeof(StoredResult),
        [AuditDeliveryOrchestration.Name] = typeof(AuditDeliveryRequest),
        [CaseDigest.Name] = typeof(DigestRequest),
        [ReadDigestBatchOrchestration.Name] = typeof(ReadDigestBatchInput),
        [ListDigestCasesOrchestration.Name] = typeof(ListDigestCasesInput),
        [CaseEventFlow.Name] = typeof(CaseEventRequest),
        [CaseTriage.Name] = typeof(TriageRequest),
        [ChatEscalationAudit.Name] = typeof(AuditRequest),
        [ChatSummary.Name] = typeof(ChatSummaryInput),
        [ContactTimeline.Name] = typeof(TimelineRequest),
        [DraftReply.Name] = typeof(DraftReplyRequest),
        [ToolWrite.Name] = typeof(ToolWriteRequest),
        [StorePartialReportOrchestration.Name] = typeof(JsonElement),
    };

    /// <summary>The types of the flows' inputs.</summary>
    public static IEnumerable<Type> InputTypes => Inputs.Values;

    public Type InputType => input;

    public Type OutputType => method.ReturnType.GenericTypeArguments is [var result] ? result : typeof(object);

    /// <summary>The app's orchestrator of a name.</summary>
    public static Flow Named(string name) => new(AppFunctions.Orchestrator(name), Inputs.GetValueOrDefault(name, typeof(object)));

    public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        var run = (Task)method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [context], culture: null)!;
        await run;
        return OutputType == typeof(object) ? null : run.GetType().GetProperty("Result")!.GetValue(run);
    }
}
