using System.Globalization;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Activities.Agent.Start;
using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Unicode;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>
/// Makes the calls that a model asks for, those of one turn side by side. Each gets a result or a reason why there is none, since a model's
/// server refuses a call without one.
/// </summary>
internal sealed class AgentCalls(TaskOrchestrationContext context, FlowContext flow, AgentSettings settings, int firstHandle)
{
    private const int MaxVainTurns = 3;
    private const int MaxIdLength = 40;

    private readonly AgentFlowCalls _flows = new(context, flow);
    private readonly AgentWriteCalls _writes = new(context, flow);
    private readonly CallAdmission _admission = new(settings, firstHandle);
    private int _vainTurns;

    /// <summary>How many calls were made.</summary>
    public int Made => _admission.Admitted;

    /// <summary>Whether the model asks for the same again and again, or for what nothing comes of.</summary>
    public bool IsLoop => _admission.IsRepeating || _vainTurns >= MaxVainTurns;

    /// <summary>What flows have cost that were called as tools.</summary>
    public RunUsage ChildUsage => _flows.Usage;

    /// <summary>Makes the calls of one turn.</summary>
    /// <param name="asked">The calls.</param>
    /// <param name="turns">The turns before, for what can be read on.</param>
    /// <param name="allowed">False if none is made any more.</param>
    /// <param name="reason">What the model wrote beside them, which a person is shown who is to approve one.</param>
    /// <returns>What became of each, in their order.</returns>
    public async Task<IReadOnlyList<AgentCall>> MakeAsync(
        IReadOnlyList<AgentModelCall> asked, IReadOnlyList<AgentTurn> turns, bool allowed, string? reason)
    {
        var calls = asked.Select((call, index) => _admission.Admit(call, index, allowed)).ToList();
        var due = calls.Count(call => call.Due is not null);
        var tokens = Math.Min(settings.ResultTokens, settings.TurnTokens / Math.Max(due, 1));
        flow.ExpectCalls(calls.Count(call => call.Due is { Kind: AgentToolKind.Read }));
        var begun = 0;
        var made = await BoundedFanOut.RunAsync(calls, BoundedFanOut.Width, async call =>
        {
            if (call.Due is not { } tool)
            {
                return call.Call;
            }

            begun++;
            flow.AddStep();
            flow.StartStep(Phase(tool, call.Call, begun, due));
            return tool.Kind == AgentToolKind.Write
                ? await _writes.MakeAsync(call.Call, reason, tokens)
                : await MakeAsync(tool, call.Call, turns, tokens);
        });
        _flows.EndTurn(_writes.TakeUsage());
        _vainTurns = made.Any(call => call.Status == AgentCallStatus.Done) ? 0 : _vainTurns + 1;
        return made;
    }

    private async Task<AgentCall> MakeAsync(OfferedTool tool, AgentCall call, IReadOnlyList<AgentTurn> turns, int tokens)
    {
        try
        {
            return tool.Kind switch
            {
                AgentToolKind.Flow => await _flows.MakeAsync(call, tokens),
                AgentToolKind.ReadMore => await ReadMoreAsync(call, turns, tokens),
                _ => await ReadAsync(call, tokens),
            };
        }
        catch (OutOfQuotaException failure)
        {
            return call.WithoutResult(AgentCallStatus.Refused, $"{failure.Facts}");
        }
        catch (RunFailedException failure)
        {
            return call.WithoutResult(AgentCallStatus.Failed, failure.Message);
        }
    }

    private async Task<AgentCall> ReadAsync(AgentCall call, int tokens)
    {
        var input = new AgentCallInput
        {
            RunId = context.InstanceId,
            Handle = call.Id,
            Tool = call.Tool,
            Arguments = call.Arguments,
            Tokens = tokens,
        };
        var answer = await flow.CallToolAsync<AgentCallOutcome>(call.Tool, input, CallAgentToolActivity.Name);
        return answer.Value is { } value
            ? Answered(call, value)
            : call.WithoutResult(AgentCallStatus.Refused, answer.Problem($"What {call.Tool} was asked for").Detail);
    }

    private async Task<AgentCall> ReadMoreAsync(AgentCall call, IReadOnlyList<AgentTurn> turns, int tokens)
    {
        var (handle, from, fault) = ReadMoreArguments.Read(call.Arguments);
        var known = turns.SelectMany(turn => turn.Calls)
            .FirstOrDefault(earlier => string.Equals(earlier.Result?.Handle, handle, StringComparison.Ordinal));
        return fault is not null || known?.Result is not { } result
            ? call.WithoutResult(AgentCallStatus.WrongArguments, fault ?? "There is no result with this handle.")
            : Answered(call, await flow.CallActivityAsync<AgentCallOutcome>(
                ReadMoreActivity.Name, new ReadMoreInput { StoredAt = result.StoredAt, From = from, Tokens = tokens }));
    }

    private static AgentCall Answered(AgentCall call, AgentCallOutcome answer) => answer.Result is { } result
        ? call with { Result = result }
        : call.WithoutResult(AgentCallStatus.WrongArguments, answer.Fault!);

    private static string Phase(OfferedTool tool, AgentCall call, int number, int of)
    {
        var id = CallSignature.Id(call.Arguments) is { } given ? $" {SafeText.Shorten(given, MaxIdLength)}" : "";
        return of == 1 ? $"{tool.Doing}{id}" : string.Create(CultureInfo.InvariantCulture, $"{tool.Doing}{id}, {number} of {of}");
    }
}
