using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.Language.Writing;
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

    /// <summary>Creates it.</summary>
    /// <param name="client">The model.</param>
    /// <param name="budget">Fits histories into calls.</param>
    /// <param name="options">The limits.</param>
    internal LanguageWriter(ModelClient client, HistoryBudget budget, IOptions<LanguageOptions> options)
    {
        _client = client;
        _budget = budget;
        _limits = options.Value.Language;
    }

    /// <summary>Plans how a long case is read.</summary>
    /// <param name="supportCase">The case.</param>
    /// <returns>The plan; nothing is to be read in parts if no model is configured.</returns>
    internal HistoryPlan Plan(Case supportCase) => _client.Name is null ? new() : _budget.Plan(supportCase.History, _limits);

    /// <summary>Has a text written.</summary>
    /// <param name="task">The text.</param>
    /// <param name="request">What is known of earlier attempts.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The text, or what to do to get it.</returns>
    internal async Task<LanguageOutcome> WriteAsync(WritingTask task, WritingRequest request, CancellationToken cancellationToken)
    {
        var items = PromptItem.Reduced(task.History);
        if (_client.Name is not { } model || request.WithoutModel is not null || items.Count == 0)
        {
            return new() { Value = task.WithoutModel(), Fault = request.WithoutModel };
        }

        var notes = _budget.Fit(task.Notes, _limits.CallTokens / 2);
        var shown = _budget.Fit(
            [.. items.Where(item => task.ShownFrom is null || item.Number >= task.ShownFrom)],
            notes.Count == 0 ? _limits.CallTokens : _limits.CallTokens / 2);
        var messages = PromptMessages.Render(task, shown, notes, request.Objection);
        var reply = await _client.AskAsync(messages, AnswerFormat.Schema, _limits.AnswerTokens, request.Caller, timeout: null, cancellationToken);
        var outcome = new LanguageOutcome { Calls = reply.Calls, Tokens = reply.Tokens };
        if (reply is not { Text: { } answer })
        {
            return reply.RateLimit is { } limit
                ? outcome with { RateLimit = limit }
                : outcome with { Value = task.WithoutModel(), Fault = reply.Fault };
        }

        var citable = shown.Select(item => item.Number).Concat(notes.SelectMany(note => note.Evidence));
        var check = GroundingCheck.Of(answer, reply.CutOff, task, citable);
        return check switch
        {
            { Objection: null } => outcome with { Value = Text(check.Statements, task, model) },
            _ when request.Objection is null => outcome with { Objection = check.Objection },
            _ => outcome with { Value = task.WithoutModel(), Fault = Rejected(check.Objection) },
        };
    }

    private static CaseSummary Text(IReadOnlyList<SummaryStatement> statements, WritingTask task, string model) => new()
    {
        Text = string.Join(task.Separator, statements.Select(statement => statement.Text)),
        Statements = statements,
        WrittenBy = model,
    };

    private static ModelFault Rejected(string objection) =>
        new() { Type = ModelFaultTypes.Rejected, Detail = $"The model's answer could not be relied on, twice. {objection}" };
}
