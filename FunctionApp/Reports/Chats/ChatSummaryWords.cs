using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Chats;

/// <summary>What both renderings of a chat's summary say in the same words.</summary>
internal static class ChatSummaryWords
{
    /// <summary>The chat's title, which a customer may have written; else why there is none.</summary>
    public static string Heading(ChatSummaryReport report) =>
        report.Chat is null ? "The chat could not be read" : report.Chat.Title ?? "Chat without a title";

    public static IEnumerable<string> ChatFacts(ReportChat chat)
    {
        yield return $"Chat {chat.Id}";
        yield return ReportText.Count(chat.Messages, "message");
        if (chat.StartedAt is { } started)
        {
            yield return $"began {ReportText.Time(started)}";
        }

        if (chat.Ended)
        {
            yield return chat.ClosedAt is { } closed ? $"closed {ReportText.Time(closed)}" : "put away";
        }

        if (chat.Department is { } department)
        {
            yield return department.DisplayName;
        }

        if (chat.CaseId is { } id)
        {
            yield return $"belongs to case {id}";
        }
    }

    public static IEnumerable<string> RepFacts(ReportRep? rep)
    {
        if (rep is null)
        {
            yield return "nobody";
            yield break;
        }

        yield return $"{rep.Name ?? "Name unknown"} (rep {rep.Id})";
        yield return ReportText.RepState(rep);
        if (rep.AnsweredAt is { } answered)
        {
            yield return $"answered {ReportText.Time(answered)}";
        }

        if (rep.Alternative is { } colleague)
        {
            yield return $"colleague: {colleague.Name ?? "name unknown"} (rep {colleague.Id})";
        }
    }

    public static IEnumerable<string> WaitingFacts(ChatSummaryReport report)
    {
        yield return report.Waiting is { } waiting ? ReportText.WhoWaits(waiting) : "unknown";
        if (report.Waiting is { } known)
        {
            yield return ReportText.JudgedBy(known.JudgedBy);
        }

        if (report.AsOf is { } read)
        {
            yield return $"as of {ReportText.Time(read)}";
        }
    }

    public static string Mood(ChatMood mood) => mood.Last switch
    {
        Language.Results.Mood.Upset => "upset",
        Language.Results.Mood.Impatient => "impatient",
        Language.Results.Mood.Thankful => "thankful",
        _ => "no message shows any",
    };

    /// <summary>For instance <c>message 7; message 5 asks, too</c>.</summary>
    public static string OpenMessages(ChatSummaryReport report) => $"message {report.OpenQuestion?.HistoryItem}" + report.AlsoAsked switch
    {
        [] => "",
        [var other] => $"; message {other} asks, too",
        var others => $"; messages {string.Join(", ", others)} ask, too",
    };

    /// <summary>For instance <c>message 11, 3 March 2026, 14:05 UTC: wrote again after 12 min without an answer: “…”</c>.</summary>
    public static string Sign(MoodSign sign) =>
        $"message {sign.HistoryItem}{(sign.At is { } at ? $", {ReportText.Time(at)}" : "")}: {sign.ShownBy}: “{sign.Text}”";

    /// <summary>For instance <c>Anna Berg, message 9, 3 March 2026, 14:05 UTC: We restarted the sync.</c>.</summary>
    public static string Action(ReportAction action) =>
        $"{action.By}, message {action.HistoryItem}{(action.At is { } at ? $", {ReportText.Time(at)}" : "")}: {action.Text}";
}
