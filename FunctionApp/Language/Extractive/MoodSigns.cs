using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Extractive;

/// <summary>
/// Finds the customer's messages that show a mood. What others wrote, and what the customer hands on, shows nothing of it.
/// </summary>
internal static class MoodSigns
{
    private const int MaxSigns = 5;
    private const int MaxQuoteLength = 200;
    private const int MinShoutedWords = 3;
    private const int MinShoutedLetters = 10;
    private const int MaxNudgeWords = 4;

    // Who writes two messages in a row goes on; who writes again after a while waits.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The newest signs, oldest first; one for each message.</summary>
    public static IReadOnlyList<MoodSign> Find(CaseText text)
    {
        var signs = new List<MoodSign>();
        HistoryItem? unanswered = null;
        foreach (var message in text.Items)
        {
            if (message.Item.IsToCustomer())
            {
                unanswered = null;
            }

            if (message.Item.IsFromCustomer())
            {
                signs.AddRange(new[] { Upset(message) ?? Impatient(message, unanswered) ?? Thankful(message) }.OfType<MoodSign>());
                unanswered = message.Item;
            }
        }

        return [.. signs.TakeLast(MaxSigns)];
    }

    private static MoodSign? Upset(ParsedMessage message)
    {
        foreach (var sentence in Own(message))
        {
            if (message.Cues.IsDispleased(sentence))
            {
                return Sign(Mood.Upset, message.Item, sentence, "words of displeasure");
            }

            if (IsShouted(sentence))
            {
                return Sign(Mood.Upset, message.Item, sentence, "capitals");
            }

            if (HasEmphasis(sentence) && Complains(sentence, message.Cues))
            {
                return Sign(Mood.Upset, message.Item, sentence, "emphatic marks");
            }
        }

        return null;
    }

    private static MoodSign? Impatient(ParsedMessage message, HistoryItem? unanswered) =>
        unanswered?.At is { } before && message.Item is { At: { } at, OnlyThanks: false } && at - before >= Patience
            && Own(message).LastOrDefault(sentence => IsNudge(sentence, message)) is { } sentence
            ? Sign(Mood.Impatient, message.Item, sentence, $"wrote again after {Phrases.Duration(at - before)} without an answer")
            : null;

    private static MoodSign? Thankful(ParsedMessage message) => Own(message).FirstOrDefault(message.Cues.IsThanks) is { } sentence
        ? Sign(Mood.Thankful, message.Item, sentence, "thanks")
        : null;

    // Joy has two marks, too.
    private static bool Complains(string sentence, MessageCues cues) =>
        !cues.IsThanks(sentence) && !cues.IsPolite(sentence) && !MessageCues.IsPatient(sentence)
        && (cues.Asks(sentence) || cues.TellsOfTrouble(sentence));

    // Who hands in what was missing is not impatient; who asks is, or who says no more than that he is still there.
    private static bool IsNudge(string sentence, ParsedMessage message) => !message.Sentences.Any(MessageCues.IsPatient)
        && (message.Cues.Asks(sentence)
            || (message.Sentences.Sum(TextLength.Words) <= MaxNudgeWords && !sentence.Any(char.IsDigit)));

    // What is handed on begins with a bracket that names who wrote it.
    private static IEnumerable<string> Own(ParsedMessage message) =>
        message.Sentences.Where(sentence => !sentence.StartsWith('[') && !LogLine.IsOne(sentence));

    // Messages of machines are in capitals, too; they begin with a time or have a colon or the like.
    private static bool IsShouted(string sentence) =>
        char.IsLetter(sentence[0])
        && !sentence.Any(letter => char.IsLower(letter) || letter is ':' or '=' or '_')
        && sentence.Count(char.IsUpper) >= MinShoutedLetters
        && sentence.Split(' ').Count(IsShoutedWord) >= MinShoutedWords;

    private static bool IsShoutedWord(string word) =>
        word.Length > 1 && word.All(letter => char.IsUpper(letter) || char.IsPunctuation(letter));

    private static bool HasEmphasis(string sentence)
    {
        var marks = sentence.AsSpan().TrimEnd("\"”)’' ");
        return marks.Length > 1 && marks[^1] is '!' or '?' or '！' or '？' or '؟' && marks[^2] is '!' or '?' or '！' or '？' or '؟';
    }

    private static MoodSign Sign(Mood mood, HistoryItem item, string sentence, string shownBy) => new()
    {
        Mood = mood,
        Text = SafeText.Shorten(sentence, MaxQuoteLength),
        ShownBy = shownBy,
        At = item.At,
        HistoryItem = item.Number,
    };
}
