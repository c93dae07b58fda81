using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Language.Texts.Mail;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Rendering;
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
    private readonly ResultLines _lines;

    internal ReadTool(TrutoClient truto, TokenCounter counter) => (_truto, _lines) = (truto, new(counter));

    // The result is complete but for where it is stored.
    internal async Task<ToolOutcome<StoredResult>> CallAsync(
        AgentTool tool, JsonElement arguments, string handle, string? textsTool, CallContext caller, CancellationToken cancellationToken)
    {
        var call = new Call(tool.Definition!, arguments, handle, textsTool, caller, cancellationToken);
        var isList = call.Tool.Method is "list";
        return (FieldNames.Normalise(call.Tool.Resource), isList) switch
        {
            ("cases", true) => await ListAsync(call, CaseReader.ParseListItem, item => item.UpdatedAt ?? item.OpenedAt),
            ("chats", true) => await ListAsync(call, ChatReader.ParseListItem, item => item.LastMessageAt),
            ("contacts", true) => await ListAsync(call, PeopleReader.ParseContact, _ => null),
            ("reps", true) => await ListAsync(call, PeopleReader.ParseRep, _ => null),
            ("departments", true) => await ListAsync(call, PeopleReader.ParseDepartment, _ => null),
            ("emails", true) => await ListAsync(call, EmailReader.ParseEmail, item => item.ReceivedAt),
            ("cases", false) => await GetAsync(call, ReadCase, whole => $"{whole.Id}", OfCase),
            ("chats", false) => await GetAsync(call, ReadChat, chat => $"{chat.Id}", OfChat),
            ("reps", false) => await GetAsync(call, (element, _) => PeopleReader.ParseRep(element), rep => $"{rep.Id}", OfObject),
            (_, true) => await ListAsync(call, element => new RawObject(element.Clone()), _ => null),
            _ => await GetAsync(call, (element, _) => new RawObject(element.Clone()), _ => call.Id, OfRawObject),
        };
    }

    private async Task<ToolOutcome<StoredResult>> ListAsync<T>(Call call, Func<JsonElement, T?> read, Func<T, DateTimeOffset?> at)
        where T : class
    {
        var query = new ListQuery<T>([.. call.Arguments(ToolSchema.Cursor).Select(Verbatim)], read);
        var outcome = await _truto.ListAsync(call.Operation, query, call.Text(ToolSchema.Cursor), call.Caller, call.Cancelled);
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

            var lines = typeof(T) == typeof(RawObject)
                ? _lines.OfObjects(call.Handle, page.Items.Cast<RawObject>().Select(item => item.Value))
                : _lines.OfObjects(call.Handle, page.Items, at);
            return new StoredResult
            {
                Handle = call.Handle,
                Tool = call.Tool.Name,
                Kind = AgentResultKind.List,
                Note = ListNote(call, page.Items.Count, problems),
                Lines = ResultLines.Bound($"The list {call.Tool.Name}", lines, problems),
                NextCursor = page.NextCursor,
                Problems = problems,
            };
        });
    }

    private async Task<ToolOutcome<StoredResult>> GetAsync<T>(
        Call call, Func<JsonElement, bool, T?> parse, Func<T, string?> idOf, Func<Call, T, List<ReportProblem>, StoredResult> write)
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

            var result = write(call, value, problems);
            return result with { Problems = problems, Note = Note(result.Note, problems) };
        });
    }

    private StoredResult OfCase(Call call, Case whole, List<ReportProblem> problems) => OfHistory(
        call,
        $"Case {whole.Id}",
        $"case:{whole.Id}",
        AgentJson.Line(new { @case = ReportCase.From(whole), openedBy = whole.OpenedBy }),
        whole.History,
        problems);

    private StoredResult OfChat(Call call, Chat chat, List<ReportProblem> problems) => OfHistory(
        call, $"Chat {chat.Id}", $"chat:{chat.Id}", ChatHead(chat), chat.Messages, problems);

    private static string ChatHead(Chat chat) => AgentJson.Line(new
    {
        chat = new
        {
            chat.Id,
            chat.Title,
            chat.ClientName,
            chat.ContactId,
            chat.CrmId,
            chat.CaseId,
            chat.DepartmentId,
            chat.RepId,
            chat.LastMessageSender,
            chat.IsArchived,
            chat.CreatedAt,
            chat.ClosedAt,
        },
    });

    private StoredResult OfHistory(
        Call call, string what, string cite, string head, IReadOnlyList<HistoryItem> history, List<ReportProblem> problems)
    {
        if (history.Where(item => item.SetAside is not null).ToList() is { Count: > 0 } aside)
        {
            problems.Add(new()
            {
                Type = ProblemTypes.SetAside,
                Detail = $"{what}: {ReportText.Count(aside.Count, "item")} (the first is item {aside[0].Number}) "
                    + "quote text that no earlier item has; it is not taken for their authors' and was not shown to the model.",
            });
        }

        return new()
        {
            Handle = call.Handle,
            Tool = call.Tool.Name,
            Kind = AgentResultKind.Texts,
            Head = Unicode.SafeText.OneLine(head),
            Note = history.Count == 0 ? "Nothing is written in it." : null,
            Lines = ResultLines.Bound(what, _lines.OfHistory(cite, history), problems),
        };
    }

    private StoredResult OfObject<T>(Call call, T value, List<ReportProblem> problems) => new()
    {
        Handle = call.Handle,
        Tool = call.Tool.Name,
        Kind = AgentResultKind.Record,
        Lines = ResultLines.Bound($"What {call.Tool.Name} answered", _lines.OfObject($"{call.Handle}#1", value), problems),
    };

    // Of an email its text is what somebody wrote.
    private StoredResult OfRawObject(Call call, RawObject raw, List<ReportProblem> problems) =>
        FieldNames.Normalise(call.Tool.Resource) is "emails"
            ? OfObject(call, raw.Value, problems) with
            {
                Kind = AgentResultKind.Texts,
                Lines = ResultLines.Bound($"Email {call.Id}", _lines.OfObject($"email:{call.Id}", raw.Value), problems),
            }
            : OfObject(call, raw.Value, problems);

    private static Case? ReadCase(JsonElement element, bool isPartial) =>
        CaseReader.ParseCase(element, isPartial) is { } read ? HistoryMarks.Mark(HistoryTexts.Separate(read)) : null;

    private static Chat? ReadChat(JsonElement element, bool isPartial) =>
        ChatReader.ParseChat(element, isPartial) is { } read ? HistoryMarks.Mark(HistoryTexts.Separate(read)) : null;

    private static ToolArgument Verbatim(KeyValuePair<string, string> argument) => new(argument, [argument], Required: true);

    private static string ListNote(Call call, int entries, List<ReportProblem> problems)
    {
        var texts = call.TextsTool is { } tool
            ? $"{tool} gives what was written."
            : "No tool of this run gives what was written.";
        var count = entries == 1 ? "1 entry" : $"{entries} entries";
        return Note($"A list of {count}. It holds no message's text: conclude nothing about what was written. {texts}", problems)!;
    }

    private static string? Note(string? note, List<ReportProblem> problems) =>
        string.Join(' ', new[] { note }.Concat(problems.Select(problem => problem.Detail)).OfType<string>()) is { Length: > 0 } all
            ? all
            : null;

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

    private sealed record Call(
        ToolDefinition Tool, JsonElement Given, string Handle, string? TextsTool, CallContext Caller, CancellationToken Cancelled)
    {
        public ToolOperation Operation => new(Tool.Name, Tool.Resource, Tool.Method);

        public string? Id => Text(ToolSchema.Id);

        public string? Text(string name) => Given.TryGetProperty(name, out var value) ? JsonScalar.Text(value) : null;

        public IEnumerable<KeyValuePair<string, string>> Arguments(string but) => Given.EnumerateObject()
            .Where(argument => !string.Equals(argument.Name, but, StringComparison.Ordinal))
            .Select(argument => KeyValuePair.Create(
                argument.Name,
                argument.Value.ValueKind == JsonValueKind.String ? argument.Value.GetString()! : argument.Value.GetRawText()));
    }
}
