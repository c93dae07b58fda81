using System.Globalization;
using FuseDeskFlows.Activities.Agent.Start;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>How a run asks its model: its quota is waited for durably, and so is a fault that may pass.</summary>
internal sealed class AgentTurns(FlowContext flow, AgentSettings settings)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)];

    /// <summary>Asks for the next turn.</summary>
    /// <returns>The turn, or the fault that did not pass.</returns>
    public async Task<AgentTurnOutcome> AskAsync(IReadOnlyList<AgentTurn> turns, string? asked, bool mustAnswer, int step)
    {
        flow.AddStep();
        flow.StartStep(string.Create(CultureInfo.InvariantCulture, $"asking the model, turn {step}"));
        var request = new AgentTurnRequest
        {
            Turns = turns,
            Asked = asked,
            Tools = [.. settings.Tools.Select(tool => tool.Name)],
            MustAnswer = mustAnswer,
            Now = flow.UtcNow,
        };
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await AskOnceAsync(request);
            if (outcome.Fault is not { Type: ModelFaultTypes.Unavailable } || attempt == Pauses.Length)
            {
                return outcome;
            }

            await flow.WaitAsync(Pauses[attempt], "the language model to answer again");
        }
    }

    private async Task<AgentTurnOutcome> AskOnceAsync(AgentTurnRequest request)
    {
        try
        {
            return await flow.ModelLimiter.CallAsync(AskAgentActivity.Name, async caller =>
            {
                var outcome = await flow.CallActivityAsync<AgentTurnOutcome>(AskAgentActivity.Name, request with { Caller = caller });
                flow.AddModelUsage(outcome.ModelCalls, outcome.Tokens);
                return outcome;
            }, outcome => outcome.RateLimit);
        }
        catch (OutOfQuotaException failure)
        {
            return new() { Fault = new() { Type = ModelFaultTypes.OutOfQuota, Detail = $"{failure.Facts}" } };
        }
    }
}
