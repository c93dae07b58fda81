using System.Text.RegularExpressions;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts;

/// <summary>
/// Finds out by subject and text together whether a machine sent a mail. What its headers say is told when it is read, and is asked first.
/// </summary>
internal static partial class AutomaticReply
{
    private const int MaxLength = 3_000;

    // So soon after the team's message a machine answers, and hardly a person who is away.
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(15);

    private static readonly PhraseSet Subjects = Of(cues => cues.Subjects);
    private static readonly PhraseSet Invitations = Of(cues => cues.Invitations);
    private static readonly PhraseSet Notices = Of(cues => [.. cues.Notices, .. cues.Receipts]);
    private static readonly PhraseSet Absences = Of(cues => cues.Absences);
    private static readonly PhraseSet Referrals = Of(cues => cues.Referrals);

    /// <summary>Judges an item.</summary>
    /// <param name="item">The item, with nothing but its sender's own text.</param>
    /// <param name="earlier">The items before it.</param>
    public static bool Is(HistoryItem item, IReadOnlyList<HistoryItem> earlier)
    {
        // A rep is a person, and nobody calls or chats automatically by these words.
        if (item.RepId is not null || item.Kind is not (HistoryKind.Email or HistoryKind.Other) || item.Text.Length > MaxLength)
        {
            return false;
        }

        if (item.Text.Length == 0 && item.Subject is { } answer && Invitations.Begins(answer))
        {
            return true;
        }

        // Who reports that the automatic reply says "I am away" quotes it.
        var text = Quoted.Replace(item.Text, " ");
        var notice = Notices.IsIn(text);
        var absent = Absences.IsIn(text);
        var refers = Referrals.IsIn(text);
        var asks = QuestionMarks.IsIn(text);
        var subject = HasSubject(item) && !earlier.Any(other => !other.IsAutomatic && Same(other.Subject, item.Subject));
        if (item.Direction == Direction.Outbound)
        {
            return subject || notice;
        }

        // A case begins with what a person wants, whatever the subject says; it takes an automatic text, too, to be sure.
        return !earlier.Any(other => other.IsFromCustomer() || other.IsToCustomer())
            ? subject && !asks && (notice || (absent && refers) || item.Text.Length == 0)
            : (subject && (notice || absent || refers || !asks))
                || (notice && !asks)
                || (absent && refers && !asks && IsAtOnce(item, earlier));
    }

    // With "Re:" before it somebody wrote it.
    private static bool HasSubject(HistoryItem item) => item.Subject is { } subject && Subjects.Begins(subject);

    private static bool IsAtOnce(HistoryItem item, IReadOnlyList<HistoryItem> earlier) =>
        earlier.LastOrDefault(other => other.IsToCustomer())?.At is { } sent
        && item.At - sent is { } time
        && time >= TimeSpan.Zero
        && time <= AtOnce;

    private static bool Same(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static PhraseSet Of(Func<AutomaticReplyCues, IReadOnlyList<string>> cues) =>
        new(LanguageTables.All.SelectMany(table => cues(table.AutomaticReplies)));

    [GeneratedRegex(
        "\"[^\"\n]*\"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|「[^」\n]*」", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted { get; }
}
