using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Shared;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>Runs flows that a model calls as tools, each as a child of the run.</summary>
internal sealed class AgentFlowCalls(TaskOrchestrationContext context, FlowContext flow)
{
    private readonly List<RunUsage> _ended = [];

    /// <summary>What they have cost.</summary>
    public RunUsage Usage { get; private set; } = new();

    /// <summary>Counts what the children of one turn have cost, which ran side by side: the longest wait is all that they waited.</summary>
    /// <param name="others">What those cost that were no flows.</param>
    public void EndTurn(IEnumerable<RunUsage> others)
    {
        _ended.AddRange(others);
        var waited = _ended.Select(usage => usage.WaitedSeconds).DefaultIfEmpty().Max();
        foreach (var (index, usage) in _ended.Index())
        {
            var counted = usage with { WaitedSeconds = index == 0 ? waited : 0 };
            flow.CompleteChild(counted);
            Usage = Usage.Add(counted);
        }

        _ended.Clear();
    }

    /// <summary>Runs one.</summary>
    /// <exception cref="RunFailedException">It failed.</exception>
    public async Task<AgentCall> MakeAsync(AgentCall call, int tokens)
    {
        var tool = AgentFlowTools.Find(call.Tool) ?? throw new RunFailedException($"There is no flow {call.Tool} any more.");
        var arguments = ArgumentCheck.Run(tool.Tool.Schema, call.Arguments);
        if (arguments.Value is not { } fitting)
        {
            return call.WithoutResult(AgentCallStatus.WrongArguments, arguments.Fault!);
        }

        var (input, fault) = tool.Bind(fitting, flow.AsParent, flow.UtcNow);
        if (fault is not null)
        {
            return call.WithoutResult(AgentCallStatus.WrongArguments, fault);
        }

        flow.ThrowIfOutOfQuota();
        var id = $"{context.InstanceId}-flow-{call.Id}";
        try
        {
            var ended = await context.CallSubOrchestratorAsync<AgentFlowCallResult>(
                AgentFlowCall.Name,
                new AgentFlowCallInput
                {
                    RunId = context.InstanceId,
                    Handle = call.Id,
                    Tool = call.Tool,
                    Flow = tool.Flow,
                    Input = input!,
                    Tokens = tokens,
                },
                new SubOrchestrationOptions { InstanceId = id });
            _ended.Add(ended.Usage);
            var done = call with { Run = AgentFlowCall.FlowIdOf(id) };
            return ended.Result is { } result ? done with { Result = result } : done.WithoutResult(AgentCallStatus.Failed, ended.Fault!);
        }
        catch (TaskFailedException failure)
        {
            throw new RunFailedException(failure.FailureDetails.ErrorMessage, failure);
        }
    }
}
