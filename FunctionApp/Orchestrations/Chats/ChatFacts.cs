using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Extractive;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Reports.Chats;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Orchestrations.Chats;

/// <summary>What a chat tells by itself. Nothing here asks anybody: the same chat always reads the same.</summary>
internal static class ChatFacts
{
    private const int MaxActionLength = 240;
    private const int MaxQuestionLength = 500;
    private const int MaxActions = 12;

    // "Tomasz here." says nothing of what was done.
    private const int MinActionWords = 4;

    // "Are you still there?"
    private const int MaxReminderWords = 1;

    public static ReportChat Describe(Chat chat) => new()
    {
        Id = chat.Id,
        Title = string.IsNullOrWhiteSpace(chat.Title) ? null : SafeText.OneLine(chat.Title),
        Ended = IsEnded(chat),
        StartedAt = chat.CreatedAt ?? (chat.Messages.Count > 0 ? chat.Messages[0].At : null),
        ClosedAt = chat.ClosedAt,
        CaseId = chat.CaseId,
        Department = chat.DepartmentId is { } department ? new() { Id = department } : null,
        Messages = chat.Messages.Count,
    };

    public static ReportCustomer CustomerOf(Chat chat)
    {
        var name = SafeText.OneLine(chat.ClientName ?? chat.Messages.FirstOrDefault(item => item.IsFromCustomer())?.AuthorName ?? "");
        return new() { ContactId = chat.ContactId, CrmId = chat.CrmId, Name = name.Length > 0 ? name : null };
    }

    /// <summary>The department with its name, as far as it is known.</summary>
    public static ReportDepartment? Name(ReportDepartment? department, DirectorySnapshot directory) =>
        department is null ? null : department with { Name = directory.Department(department.Id)?.Name };

    /// <summary>How a rep signs in the chat; null if she has not written in it.</summary>
    public static string? NameInMessages(Chat chat, RepId rep) => chat.Messages.LastOrDefault(item => item.RepId == rep)?.AuthorName;

    /// <summary>The rep who answered last; null if none has.</summary>
    public static ReportRep? LastRep(Chat chat) =>
        chat.Messages.LastOrDefault(item => item.IsToCustomer() && item.RepId is not null) is { RepId: { } rep } last
            ? new() { Id = rep, Name = last.AuthorName, AnsweredAt = last.At }
            : null;

    /// <summary>Who waits. In a chat that has ended nobody does, unless the customer wrote after that.</summary>
    public static Waiting? WaitingIn(Chat chat, CaseText text, IEnumerable<string> repNames)
    {
        if (IsEnded(chat) && !WroteAfterEnd(chat))
        {
            var basis = chat.ClosedAt is null ? WaitingJudgedBy.Status : WaitingJudgedBy.Dates;
            return new() { On = WaitingOn.Nobody, Since = chat.ClosedAt, JudgedBy = basis };
        }

        var turn = ChatWaiting.FromMessages(chat, IsEnded(chat) ? null : ChatWaiting.FromHeader(chat, repNames));
        return turn?.On == WaitingOn.Team ? turn : ChatTurn.HeldOff(text) ?? ChatTurn.Settled(text) ?? turn;
    }

    /// <summary>True if the chat ended on a message of the customer that nobody has answered.</summary>
    public static bool EndedUnanswered(Chat chat, CaseText text) => IsEnded(chat)
        && (Waiting.InMessages(chat.Messages, WaitingJudgedBy.Messages)?.On == WaitingOn.Team || ChatTurn.HeldOff(text) is not null);

    /// <summary>What the customer wants answered: what is open since the last answer, else what was asked last.</summary>
    public static ReportQuestion? OpenQuestion(CaseText text) => ExtractiveChatSummarizer.FindOpen(text) is { } open
        ? new()
        {
            Text = SafeText.Shorten(SafeText.Capitalise(open.Text), MaxQuestionLength),
            At = open.Item.At,
            HistoryItem = open.Item.Number,
        }
        : CaseHistoryFacts.LastQuestion(text);

    /// <summary>The other messages since the last answer in which the customer asks something; mere reminders are none.</summary>
    public static IReadOnlyList<int> AlsoAsked(CaseText text, ReportQuestion? open) => open is null ? [] :
    [
        .. text.Items
            .Where(message => message.Item.IsFromCustomer() && message.Item.Number > (text.LastAnswer?.Number ?? 0)
                && message.Item.Number != open.HistoryItem
                && message.LastAsked() is { } asked && SentenceScores.CountTelling(asked) > MaxReminderWords)
            .Select(message => message.Item.Number),
    ];

    /// <summary>What reps did, found out or asked the customer to do; what they only asked is not it.</summary>
    public static IReadOnlyList<ReportAction> Tried(CaseText text) =>
    [
        .. text.Items
            .Where(read => read.Item is { RepId: not null, IsAutomatic: false } && !read.Item.IsFromCustomer())
            .Select(read => (read, Sentence: text.Action(read)))
            .Where(done => done.Sentence is not null
                && (TextLength.Words(done.Sentence) >= MinActionWords || done.read.Cues.TellsOfAction(done.Sentence))
                && !done.read.Cues.Announces(done.Sentence)
                && (!done.read.Cues.IsQuestion(done.Sentence) || done.read.Cues.IsRequest(done.Sentence)))
            .Select(done => Action(done.read.Item, done.Sentence!))
            .TakeLast(MaxActions),
    ];

    /// <summary>What the team told the customer that it would do: the last such sentence of each message.</summary>
    public static IReadOnlyList<ReportAction> Promised(CaseText text) =>
    [
        .. text.Items
            .Where(read => read.Item.IsToCustomer())
            .Select(read => (read.Item, Sentence: read.Sentences.LastOrDefault(sentence =>
                read.Cues.Announces(sentence) && !read.Cues.IsQuestion(sentence))))
            .Where(told => told.Sentence is not null)
            .Select(told => Action(told.Item, told.Sentence!))
            .TakeLast(MaxActions),
    ];

    private static bool IsEnded(Chat chat) => chat.IsArchived || chat.ClosedAt is not null;

    private static bool WroteAfterEnd(Chat chat) =>
        chat.ClosedAt is { } closed && chat.Messages.LastOrDefault(item => item.IsFromCustomer())?.At > closed;

    private static ReportAction Action(HistoryItem item, string sentence) => new()
    {
        At = item.At,
        By = string.IsNullOrWhiteSpace(item.AuthorName)
            ? item.RepId is { } rep ? $"rep {rep}" : "the team"
            : SafeText.OneLine(item.AuthorName),
        Text = SafeText.Shorten(SafeText.Capitalise(sentence), MaxActionLength),
        HistoryItem = item.Number,
    };
}
