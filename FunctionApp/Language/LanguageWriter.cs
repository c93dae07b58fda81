using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.Language.Writing;
using FuseDeskFlows.Language.Writing.Grounding;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Language;

/// <summary>
/// Has texts written: by the configured model, whose every answer is checked against the history, or without it.
/// Each request makes at most one call of the model.
/// </summary>
public sealed class LanguageWriter
{
    private readonly ModelClient _client;
    private readonly HistoryBudget _budget;
    private readonly LanguageLimits _limits;

    internal LanguageWriter(ModelClient client, HistoryBudget budget, IOptions<LanguageOptions> options)
    {
        _client = client;
        _budget = budget;
        _limits = options.Value.Limits;
    }

    // Without a model nothing is read in parts.
    internal HistoryPlan Plan(Case supportCase) => _client.Name is null ? new() : _budget.Plan(supportCase.History, _limits);

    // Gives the text, or what to do to get it; the request tells of earlier attempts.
    internal async Task<LanguageOutcome> WriteAsync(WritingTask task, WritingRequest request, CancellationToken cancellationToken)
    {
        var items = PromptItem.Reduce(task.History);
        if (_client.Name is not { } model || request.SkipModelBecause is not null || items.Count == 0)
        {
            return new() { Value = task.WriteExtractive(), Fault = request.SkipModelBecause };
        }

        var notes = _budget.Fit(task.Notes, _limits.CallTokens / 2);
        var shown = _budget.Fit(
            [.. items.Where(item => task.ShownFrom is null || item.Number >= task.ShownFrom)],
            notes.Count == 0 ? _limits.CallTokens : _limits.CallTokens / 2);
        var messages = PromptMessages.Render(task, shown, notes, request.PreviousFailure);
        var turn = new ModelTurn
        {
            Messages = messages,
            Format = AnswerFormat.Schema,
            AnswerTokens = _limits.AnswerTokens,
            Caller = request.Caller,
        };
        var reply = await _client.AskAsync(turn, cancellationToken);
        var outcome = new LanguageOutcome { Calls = reply.Calls, Tokens = reply.Tokens };
        if (reply is not { Text: { } answer })
        {
            return reply.RateLimit is { } limit
                ? outcome with { RateLimit = limit }
                : outcome with { Value = task.WriteExtractive(), Fault = reply.Fault };
        }

        var citable = shown.Select(item => item.Number).Concat(notes.SelectMany(note => note.Evidence));
        var check = GroundingCheck.Run(answer, reply.IsTruncated, task, citable);
        if (check.Passed)
        {
            return outcome with { Value = Text(check.Statements, task, model) };
        }

        return request.PreviousFailure is null
            ? outcome with { FailedCheck = check.FailedCheck }
            : outcome with { Value = task.WriteExtractive(), Fault = Rejected(check.FailedCheck) };
    }

    private static GeneratedText Text(IReadOnlyList<SummaryStatement> statements, WritingTask task, string model) => new()
    {
        Text = string.Join(task.Separator, statements.Select(statement => statement.Text)),
        Statements = statements,
        WrittenBy = model,
    };

    private static ModelFault Rejected(string failedCheck) =>
        new() { Type = ModelFaultTypes.Rejected, Detail = $"The model's answer could not be relied on, twice. {failedCheck}" };
}
