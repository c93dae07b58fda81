using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Unicode;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>Proposes writes that a model asks for, each as a child of the run that waits for a person. Nothing is written here.</summary>
internal sealed class AgentWriteCalls(TaskOrchestrationContext context, FlowContext flow)
{
    private const int MaxReasonLength = 500;
    private const string Note = "What became of the write: cite these lines for it. It is not to be proposed again.";

    private readonly List<RunUsage> _ended = [];

    /// <summary>Takes what the writes since the last time have cost.</summary>
    public IReadOnlyList<RunUsage> TakeUsage()
    {
        RunUsage[] ended = [.. _ended];
        _ended.Clear();
        return ended;
    }

    /// <summary>Proposes one, and waits until it is decided.</summary>
    public async Task<AgentCall> MakeAsync(AgentCall call, string? reason, int tokens)
    {
        var input = new AgentCallInput { RunId = context.InstanceId, Handle = call.Id, Tool = call.Tool, Arguments = call.Arguments };
        var checkedInput = await flow.CallActivityAsync<CheckArgumentsResult>(CheckArgumentsActivity.Name, input);
        if (checkedInput.Arguments is not { } arguments)
        {
            return call.WithoutResult(AgentCallStatus.WrongArguments, checkedInput.Fault!);
        }

        var id = ToolWrite.IdOf(context.InstanceId, call.Id);
        var proposed = call with { Run = id };
        try
        {
            var report = await context.CallSubOrchestratorAsync<WriteReport>(
                ToolWrite.Name,
                new ToolWriteRequest
                {
                    Tool = call.Tool,
                    Arguments = arguments,
                    Reason = reason is null ? null : SafeText.Shorten(reason, MaxReasonLength),
                    RunId = context.InstanceId,
                    CallId = call.Id,
                    Parent = flow.AsParent,
                },
                new SubOrchestrationOptions { InstanceId = id });
            _ended.Add(report.Usage);
            return proposed with { Status = StatusOf(report.Outcome), Result = await StoreAsync(call, report, tokens), Write = report };
        }
        catch (TaskFailedException failure)
        {
            var why = failure.FailureDetails.ErrorMessage;
            return proposed.WithoutResult(
                AgentCallStatus.Failed, $"Whether it was written is not known, and it is not tried again: {why}");
        }
    }

    private Task<AgentResult> StoreAsync(AgentCall call, WriteReport report, int tokens) => flow.CallActivityAsync<AgentResult>(
        StoreReportActivity.Name,
        new StoreReportInput
        {
            StoredAt = StoredResultNames.IdOf(context.InstanceId, call.Id),
            Handle = call.Id,
            Tool = call.Tool,
            Note = Note,
            Report = JsonSerializer.SerializeToElement(report),
            Tokens = tokens,
        });

    private static AgentCallStatus StatusOf(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.Written or WriteOutcome.WrittenDifferently or WriteOutcome.AlreadySo => AgentCallStatus.Done,
        WriteOutcome.Unknown => AgentCallStatus.Failed,
        _ => AgentCallStatus.Refused,
    };
}
