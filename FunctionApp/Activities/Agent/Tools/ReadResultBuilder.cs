using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>Makes of what was read what a model may conclude from. A result is complete but for where it is stored.</summary>
internal sealed class ReadResultBuilder(ResultLines lines)
{
    public static StoredResult WithProblems(StoredResult result, List<ReportProblem> problems) =>
        result with { Problems = problems, Note = Note(result.Note, problems) };

    public StoredResult OfList<T>(ReadToolCall call, Page<T> page, Func<T, DateTimeOffset?> at, List<ReportProblem> problems)
        where T : class
    {
        var read = typeof(T) == typeof(RawObject)
            ? lines.OfObjects(call.Handle, page.Items.Cast<RawObject>().Select(item => item.Value))
            : lines.OfObjects(call.Handle, page.Items, at);
        return new StoredResult
        {
            Handle = call.Handle,
            Tool = call.Tool.Name,
            Kind = AgentResultKind.List,
            Note = ListNote(call, page.Items.Count, problems),
            Lines = ResultLines.Bound($"The list {call.Tool.Name}", read, problems),
            NextCursor = page.NextCursor,
            Problems = problems,
        };
    }

    public StoredResult OfCase(ReadToolCall call, Case whole, List<ReportProblem> problems) => OfHistory(
        call,
        $"Case {whole.Id}",
        $"case:{whole.Id}",
        AgentJson.Line(new { @case = ReportCase.From(whole), openedBy = whole.OpenedBy }),
        whole.History,
        problems);

    public StoredResult OfChat(ReadToolCall call, Chat chat, List<ReportProblem> problems) => OfHistory(
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
        ReadToolCall call, string what, string cite, string head, IReadOnlyList<HistoryItem> history, List<ReportProblem> problems)
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
            Lines = ResultLines.Bound(what, lines.OfHistory(cite, history), problems),
        };
    }

    public StoredResult OfObject<T>(ReadToolCall call, T value, List<ReportProblem> problems) => new()
    {
        Handle = call.Handle,
        Tool = call.Tool.Name,
        Kind = AgentResultKind.Record,
        Lines = ResultLines.Bound($"What {call.Tool.Name} answered", lines.OfObject($"{call.Handle}#1", value), problems),
    };

    // Of an email its text is what somebody wrote.
    public StoredResult OfRawObject(ReadToolCall call, RawObject raw, List<ReportProblem> problems) =>
        FieldNames.Normalise(call.Tool.Resource) is "emails"
            ? OfObject(call, raw.Value, problems) with
            {
                Kind = AgentResultKind.Texts,
                Lines = ResultLines.Bound($"Email {call.Id}", lines.OfObject($"email:{call.Id}", raw.Value), problems),
            }
            : OfObject(call, raw.Value, problems);

    private static string ListNote(ReadToolCall call, int entries, List<ReportProblem> problems)
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
}
