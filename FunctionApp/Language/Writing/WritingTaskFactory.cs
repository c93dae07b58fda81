using System.Globalization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Extractive;

namespace FuseDeskFlows.Language.Writing;

/// <summary>The texts that the app has written.</summary>
internal static class WritingTaskFactory
{
    private const int MaxSummaryStatements = 8;
    private const int MaxNotes = 6;
    private const int MaxIssues = 2;
    private const int MaxParagraphs = 6;
    private const int MaxNoteLength = 400;
    private const int MaxLineLength = 250;
    private const int MaxParagraphLength = 1_200;

    /// <summary>The summary of a case.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The task.</returns>
    public static WritingTask Of(CaseSummaryRequest request) => new()
    {
        Prompt = request.Notes.Count == 0 ? Prompt.CaseSummary : Prompt.CaseMerge,
        MaxStatements = MaxSummaryStatements,
        Facts = Facts(request.Case),
        History = request.Case.History,
        ShownFrom = request.WholeFrom,
        Notes = request.Notes,
        WithoutModel = () => ExtractiveSummarizer.Summarize(request.Case),
    };

    /// <summary>Notes on a part of a case.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The task.</returns>
    public static WritingTask Of(CasePartRequest request) => new()
    {
        Prompt = Prompt.CasePart,
        MaxStatements = MaxNotes,
        MaxStatementLength = MaxNoteLength,
        Facts = Facts(request.Part),
        History = request.Part.History,
        WithoutModel = () => ExtractiveSummarizer.Notes(request.Part),
    };

    /// <summary>What a chat is about.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The task.</returns>
    public static WritingTask Of(ChatIssueRequest request) => new()
    {
        Prompt = Prompt.ChatIssue,
        MaxStatements = MaxIssues,
        MaxStatementLength = MaxNoteLength,
        Facts = [new("title", request.Chat.Title), new("customer", request.Chat.ClientName)],
        History = request.Chat.Messages,
        WithoutModel = () => ExtractiveChatSummarizer.Summarize(request.Chat),
    };

    /// <summary>A case's line in a digest.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The task.</returns>
    public static WritingTask Of(DigestLineRequest request) => new()
    {
        Prompt = Prompt.DigestLine,
        MaxStatements = 1,
        MaxStatementLength = MaxLineLength,
        Facts = Facts(request.Case),
        History = request.Case.History,
        WithoutModel = () => ExtractiveLineWriter.Write(request.Case),
    };

    /// <summary>The body of a reply.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The task.</returns>
    public static WritingTask Of(DraftWritingRequest request) => new()
    {
        Prompt = Prompt.DraftReply,
        MaxStatements = MaxParagraphs,
        MaxStatementLength = MaxParagraphLength,
        Facts = [.. Facts(request.Case), new("rep", request.RepName)],
        History = Shareable(request.Case.History),
        Separator = "\n\n",
        WithoutModel = () => ExtractiveDraft.Write(request.Case),
    };

    // What only the team may see is not even shown to who writes to a customer.
    private static IReadOnlyList<HistoryItem> Shareable(IReadOnlyList<HistoryItem> history) =>
        [.. history.Where(item => item.IsFromCustomer() || item.IsToCustomer())];

    private static IReadOnlyList<KeyValuePair<string, string?>> Facts(CaseHeader supportCase) =>
    [
        new("number", supportCase.Number),
        new("subject", supportCase.Subject),
        new("status", supportCase.Status == CaseStatus.Unknown ? null : Status(supportCase.Status)),
        new("opened", Moment(supportCase.OpenedAt)),
        new("closed", Moment(supportCase.ClosedAt)),
    ];

    private static string Status(CaseStatus status) => status switch
    {
        CaseStatus.New => "new: nobody has answered yet, or the customer has written again",
        CaseStatus.Open => "open: the team waits for the customer",
        _ => "closed",
    };

    private static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
