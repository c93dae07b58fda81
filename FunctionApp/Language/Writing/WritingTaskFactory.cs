using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Extractive;

namespace FuseDeskFlows.Language.Writing;

/// <summary>Says of every kind of text what it is written from and within which bounds.</summary>
internal static class WritingTaskFactory
{
    private const int MaxSummaryStatements = 8;
    private const int MaxNotes = 6;
    private const int MaxIssues = 2;
    private const int MaxParagraphs = 6;
    private const int MaxNoteLength = 400;
    private const int MaxLineLength = 250;
    private const int MaxParagraphLength = 1_200;

    public static WritingTask For(CaseSummaryRequest request) => new()
    {
        Prompt = request.Notes.Count == 0 ? Prompt.CaseSummary : Prompt.CaseMerge,
        MaxStatements = MaxSummaryStatements,
        Facts = Facts(request.Case),
        History = request.Case.History,
        ShownFrom = request.WholeFrom,
        Notes = request.Notes,
        WriteExtractive = () => ExtractiveSummarizer.Summarize(request.Case),
    };

    public static WritingTask For(CasePartRequest request) => new()
    {
        Prompt = Prompt.CasePart,
        MaxStatements = MaxNotes,
        MaxStatementLength = MaxNoteLength,
        Facts = Facts(request.Part),
        History = request.Part.History,
        WriteExtractive = () => ExtractiveSummarizer.TakeNotes(request.Part),
    };

    public static WritingTask For(ChatIssueRequest request) => new()
    {
        Prompt = Prompt.ChatIssue,
        MaxStatements = MaxIssues,
        MaxStatementLength = MaxNoteLength,
        Facts = Facts(request.Chat),
        History = request.Chat.Messages,
        WriteExtractive = () => ExtractiveChatSummarizer.Summarize(request.Chat),
    };

    public static WritingTask For(ChatSummaryRequest request) => new()
    {
        Prompt = request.Notes.Count == 0 ? Prompt.ChatSummary : Prompt.ChatMerge,
        MaxStatements = MaxSummaryStatements,
        Facts = Facts(request.Chat),
        History = request.Chat.Messages,
        ShownFrom = request.WholeFrom,
        Notes = request.Notes,
        WriteExtractive = () => ExtractiveSummarizer.Summarize(request.Chat),
    };

    public static WritingTask For(DigestLineRequest request) => new()
    {
        Prompt = Prompt.DigestLine,
        MaxStatements = 1,
        MaxStatementLength = MaxLineLength,
        Facts = Facts(request.Case),
        History = request.Case.History,
        WriteExtractive = () => ExtractiveLineWriter.Write(request.Case),
    };

    public static WritingTask For(DraftWritingRequest request) => new()
    {
        Prompt = Prompt.DraftReply,
        MaxStatements = MaxParagraphs,
        MaxStatementLength = MaxParagraphLength,
        Facts = [.. Facts(request.Case), new("rep", request.RepName)],
        History = Shareable(request.Case.History),
        Separator = "\n\n",
        WriteExtractive = () => ExtractiveDraft.Write(request.Case),
    };

    // What only the team may see is not even shown to who writes to a customer.
    private static IReadOnlyList<HistoryItem> Shareable(IReadOnlyList<HistoryItem> history) =>
        [.. history.Where(item => item.IsFromCustomer() || item.IsToCustomer())];

    private static IReadOnlyList<KeyValuePair<string, string?>> Facts(CaseHeader supportCase) =>
    [
        new("number", supportCase.Number),
        new("subject", supportCase.Subject),
        new("status", supportCase.Status == CaseStatus.Unknown ? null : Status(supportCase.Status)),
        new("opened", Day(supportCase.OpenedAt)),
        new("closed", Day(supportCase.ClosedAt)),
    ];

    private static IReadOnlyList<KeyValuePair<string, string?>> Facts(Chat chat) =>
        [new("title", chat.Title), new("customer", chat.ClientName)];

    private static string Status(CaseStatus status) => status switch
    {
        CaseStatus.New => "new: nobody has answered yet, or the customer has written again",
        CaseStatus.Open => "open: the team waits for the customer",
        _ => "closed",
    };

    private static string? Day(DateTimeOffset? moment) => moment is { } at ? Phrases.Day(at) : null;
}
