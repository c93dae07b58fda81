using FuseDeskFlows.Activities.Agent.Answers;
using FuseDeskFlows.Activities.Agent.Settings;
using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Language.Settings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>Asks the configured model for an agent's next turn, and runs nothing of what it asks for.</summary>
public sealed class AgentModel
{
    private readonly ModelClient _client;
    private readonly TokenCounter _counter;
    private readonly TranscriptBudget _budget;
    private readonly IOptions<AgentOptions> _options;
    private readonly IOptions<LanguageOptions> _language;

    internal AgentModel(ModelClient client, TokenCounter counter, IOptions<AgentOptions> options, IOptions<LanguageOptions> language)
    {
        _client = client;
        _counter = counter;
        _budget = new(counter);
        _options = options;
        _language = language;
    }

    /// <summary>The model's name; null if none is configured.</summary>
    public string? Name => _client.Name;

    internal async Task<AgentTurnOutcome> AskAsync(
        AgentTurnRequest request,
        IReadOnlyList<TranscriptTurn> turns,
        IReadOnlyList<AgentTool> tools,
        CancellationToken cancellationToken)
    {
        var system = AgentPrompt.SystemMessage(request.Now);
        var fixedCost = _counter.Count(system) + _counter.Count(request.Asked ?? "")
            + tools.Sum(tool => _counter.Count(tool.Name + tool.Description) + _counter.Count(tool.Schema.GetRawText()));
        var transcript = _budget.Fit(turns, _options.Value.TranscriptTokens - fixedCost);
        var reply = await _client.AskAsync(
            new ModelTurn
            {
                Messages = TranscriptMessages.Render(system, transcript, request.Asked),
                Tools = [.. tools.Select(tool => AIFunctionFactory.CreateDeclaration(tool.Name, tool.Description, tool.Schema))],
                AllowsToolCalls = !request.MustAnswer,
                Format = request.MustAnswer ? AgentAnswerFormat.Schema : ChatResponseFormat.Text,
                AnswerTokens = _language.Value.Limits.AnswerTokens,
                Caller = request.Caller,
            },
            cancellationToken);
        return new()
        {
            Text = reply.Text,
            ToolCalls = [.. reply.ToolCalls.Select(
                call => new AgentModelCall { Id = call.Id, Tool = call.Name, Arguments = call.ArgumentsText })],
            IsTruncated = reply.IsTruncated,
            Fault = reply.Fault,
            RateLimit = reply.RateLimit,
            ModelCalls = reply.Calls,
            Tokens = reply.Tokens,
            TokensRead = reply.TokensRead,
            TokensWritten = reply.TokensWritten,
            ReplacedResults = transcript.ReplacedResults,
            LeftOutTurns = transcript.LeftOutTurns,
        };
    }
}
