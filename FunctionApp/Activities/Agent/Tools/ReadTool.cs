using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Readers;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>
/// Calls one of the account's reading tools with a model's arguments, and makes of the answer what a model may conclude from: of a history
/// what each author wrote himself, of a list that it holds no texts.
/// </summary>
public sealed class ReadTool
{
    private readonly TrutoClient _truto;
    private readonly ReadResultBuilder _results;

    internal ReadTool(TrutoClient truto, TokenCounter counter) => (_truto, _results) = (truto, new(new(counter)));

    // The result is complete but for where it is stored.
    internal async Task<ToolOutcome<StoredResult>> CallAsync(
        AgentTool tool, JsonElement arguments, string handle, string? textsTool, CallContext caller, CancellationToken cancellationToken)
    {
        var call = new ReadToolCall(tool.Definition!, arguments, handle, textsTool, caller, cancellationToken);
        var isList = call.Tool.Method is "list";
        return (FieldNames.Normalise(call.Tool.Resource), isList) switch
        {
            ("cases", true) => await ListAsync(call, CaseReader.ParseListItem, item => item.UpdatedAt ?? item.OpenedAt),
            ("chats", true) => await ListAsync(call, ChatReader.ParseListItem, item => item.LastMessageAt),
            ("contacts", true) => await ListAsync(call, PeopleReader.ParseContact, _ => null),
            ("reps", true) => await ListAsync(call, PeopleReader.ParseRep, _ => null),
            ("departments", true) => await ListAsync(call, PeopleReader.ParseDepartment, _ => null),
            ("emails", true) => await ListAsync(call, EmailReader.ParseEmail, item => item.ReceivedAt),
            ("cases", false) => await GetAsync(call, ConversationReader.ReadCase, whole => $"{whole.Id}", _results.OfCase),
            ("chats", false) => await GetAsync(call, ConversationReader.ReadChat, chat => $"{chat.Id}", _results.OfChat),
            ("reps", false) => await GetAsync(call, (element, _) => PeopleReader.ParseRep(element), rep => $"{rep.Id}", _results.OfObject),
            (_, true) => await ListAsync(call, element => new RawObject(element.Clone()), _ => null),
            _ => await GetAsync(call, (element, _) => new RawObject(element.Clone()), _ => call.Id, _results.OfRawObject),
        };
    }

    private async Task<ToolOutcome<StoredResult>> ListAsync<T>(ReadToolCall call, Func<JsonElement, T?> read, Func<T, DateTimeOffset?> at)
        where T : class
    {
        var query = new ListQuery<T>([.. call.Arguments(StoredResultNames.CursorArgument).Select(Verbatim)], read);
        var cursor = call.Text(StoredResultNames.CursorArgument);
        var outcome = await _truto.ListAsync(call.Operation, query, cursor, call.Caller, call.Cancelled);
        return Select(outcome, page =>
        {
            var problems = new List<ReportProblem>();
            if (page.Unreadable > 0)
            {
                problems.Add(ReportProblem.ForUnreadableEntries(call.Tool.Name, page.Unreadable));
            }

            if (outcome.IsPartial || page.LacksCursor)
            {
                problems.Add(ReportProblem.ForIncompleteAnswer($"What {call.Tool.Name} answered is only a part of what there is."));
            }

            return _results.OfList(call, page, at, problems);
        });
    }

    private async Task<ToolOutcome<StoredResult>> GetAsync<T>(
        ReadToolCall call,
        Func<JsonElement, bool, T?> parse,
        Func<T, string?> idOf,
        Func<ReadToolCall, T, List<ReportProblem>, StoredResult> write)
        where T : class
    {
        var outcome = await _truto.GetAsync(call.Operation, call.Id, parse, idOf, call.Caller, call.Cancelled);
        return Select(outcome, value =>
        {
            var problems = new List<ReportProblem>();
            if (outcome.IsPartial)
            {
                problems.Add(ReportProblem.ForIncompleteAnswer($"What {call.Tool.Name} answered is only a part of what there is."));
            }

            if (value is IHistory { Gaps: { } gaps } history && ReportProblem.ForUnreadableHistory(history.Label, gaps) is { } problem)
            {
                problems.Add(problem);
            }

            return ReadResultBuilder.WithProblems(write(call, value, problems), problems);
        });
    }

    private static ToolArgument Verbatim(KeyValuePair<string, string> argument) => new(argument, [argument], Required: true);

    private static ToolOutcome<StoredResult> Select<T>(ToolOutcome<T> outcome, Func<T, StoredResult> select)
        where T : class =>
        new()
        {
            Value = outcome.Value is { } value ? select(value) : null,
            RateLimit = outcome.RateLimit,
            Error = outcome.Error,
            Quota = outcome.Quota,
            Calls = outcome.Calls,
        };
}
