using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Orchestrations.Lookup;

/// <summary>What a case's history tells. Nothing here asks anybody: the same case always reads the same.</summary>
internal static class CaseHistoryFacts
{
    private const int MaxActionLength = 200;

    /// <summary>The customer as far as the case itself names her.</summary>
    public static ReportCustomer CustomerOf(Case supportCase)
    {
        // "Opened by" is free text: a name, an address or a phone number.
        var openedBy = SafeText.OneLine(supportCase.OpenedBy ?? "");
        // The contact is who began: others who join in later, a colleague in copy, have no id in the case.
        var signed = supportCase.History.FirstOrDefault(item => item.IsFromCustomer() && IsName(item.AuthorName))?.AuthorName;
        return new()
        {
            ContactId = supportCase.ContactId,
            CrmId = supportCase.CrmId,
            Name = signed ?? (IsName(openedBy) ? openedBy : null),
            Email = openedBy.Split([' ', '<', '>', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries)
                .FirstOrDefault(word => word.Contains('@')),
        };
    }

    /// <summary>The last message by which a rep answered the customer; an internal note is no answer.</summary>
    /// <returns>The history item, whose rep is known; null if no rep has answered.</returns>
    public static HistoryItem? LastAnswerByRep(Case supportCase) =>
        supportCase.History.LastOrDefault(item => item.IsToCustomer() && item.RepId is not null);

    /// <summary>Why nobody is named as the rep who answered last.</summary>
    /// <param name="supportCase">A case in which no rep has answered.</param>
    public static ReportProblem WhyNobodyAnswered(Case supportCase) => supportCase switch
    {
        { Gaps: { IsUnreadable: true } } => new()
        {
            Type = ProblemTypes.AnswerUnknown,
            Detail = "The history could not be read, so nothing tells whether or by whom the customer was answered.",
        },
        { Gaps: { IsMissing: true, IsPartial: false } } => new()
        {
            Type = ProblemTypes.AnswerUnknown,
            Detail = "The answer has no history: nothing can be summarised, and nothing tells who answered.",
        },
        { Gaps: not null } => new()
        {
            Type = ProblemTypes.AnswerUnknown,
            Detail = "No answer by a rep is in what could be read of the history; whether one is in the rest is not known.",
        },
        _ => WhyNobodyAnswered(supportCase.History, supportCase.LastResponseAt),
    };

    private static ReportProblem WhyNobodyAnswered(IReadOnlyList<HistoryItem> items, DateTimeOffset? lastResponseAt) => items switch
    {
        [] when lastResponseAt is not null => new()
        {
            Type = ProblemTypes.EmptyHistory,
            Detail = "The case has no history: nothing can be summarised, and nothing tells who answered.",
        },
        [] => new()
        {
            Type = ProblemTypes.EmptyHistory,
            Detail = "The case has no history: nothing can be summarised, and nobody has answered.",
        },
        var history when history.Any(item => item.IsToCustomer()) =>
            new() { Type = ProblemTypes.RepUnknown, Detail = "The customer was answered, but the history does not say by which rep." },
        var history when history.Any(item => item.RepId is not null) =>
            new() { Type = ProblemTypes.OnlyNotes, Detail = "Reps left only internal notes or changes: nobody has answered the customer." },
        _ => new() { Type = ProblemTypes.NoRep, Detail = "No rep appears in the history: nobody has answered the customer." },
    };

    /// <summary>What the customer asked last.</summary>
    public static ReportQuestion? LastQuestion(CaseText text) => CustomerQuestion.FindLast(text) is { } question
        ? new() { Text = question.Text, At = question.Item.At, HistoryItem = question.Item.Number }
        : null;

    /// <summary>Why a case has no question to answer.</summary>
    /// <param name="supportCase">A case without a last question.</param>
    public static string WhyNothingIsAsked(Case supportCase)
    {
        var where = supportCase.Gaps is null ? "The customer wrote nothing" : "In what could be read of the history there is nothing";
        return supportCase.History.LastOrDefault(item => item.IsFromCustomer()) switch
        {
            { OnlyThanks: true } => "The customer's last message only thanks: nothing is to be answered.",
            { } last when ReadableText.IsOnlyAttachments(last) => $"{where} that could be answered: {ReadableText.AttachmentNote(last)}",
            _ => $"{where} that could be answered.",
        };
    }

    /// <summary>What reps did so far.</summary>
    /// <returns>One action for each history item of a rep, oldest first.</returns>
    public static IReadOnlyList<ReportAction> Actions(CaseText text) =>
    [
        .. text.Items
            .Where(read => read.Item is { RepId: not null, IsAutomatic: false } && !read.Item.IsFromCustomer())
            .Select(read => new ReportAction
            {
                At = read.Item.At,
                By = Author(read.Item),
                Text = ActionText(text, read),
                HistoryItem = read.Item.Number,
            }),
    ];

    private static string Author(HistoryItem item) =>
        string.IsNullOrWhiteSpace(item.AuthorName) ? $"rep {item.RepId}" : SafeText.OneLine(item.AuthorName);

    private static string ActionText(CaseText text, ParsedMessage read)
    {
        var action = text.Action(read) ?? (read.Sentences.Count > 0 ? read.Sentences[0] : read.Item.Text);
        action = string.IsNullOrWhiteSpace(action) ? read.Item.Subject : action;
        return string.IsNullOrWhiteSpace(action) ? "(no text)" : SafeText.Shorten(SafeText.Capitalise(action), MaxActionLength);
    }

    private static bool IsName(string? text) => !string.IsNullOrWhiteSpace(text) && !text.Contains('@') && text.Any(char.IsLetter);
}
