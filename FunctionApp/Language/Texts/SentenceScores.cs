using System.Collections.Frozen;
using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts;

/// <summary>Tells which sentences of a case say the most: those that use the words the whole case keeps coming back to.</summary>
internal sealed class SentenceScores
{
    private const int MinWordLength = 3;
    private const int MinWords = 6;
    private const int ManyWords = 45;
    private const int MaxWords = 90;
    private const double WorthlessScore = -10;

    private static readonly FrozenSet<string> StopWords = (
        "the and for you your our are was were has have had with that this these those from but not all can will would could should "
        + "any its it's i'm i've we've we're they them their there then than when what which who how why out about into over just also "
        + "been being very more some please thanks thank hello dear regards best kind let know get got here now one only too yes "
        + "per via her his him she hers")
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Separators =
    [
        ' ', ',', '.', '!', '?', ';', ':', '(', ')', '"', '“', '”', '/', '[', ']', '<', '>', '*', '_', '。', '、', '！', '？', '؟', '،', '「',
        '」', '：',
    ];

    private readonly Dictionary<string, int> _messagesWith = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts the words by which a case's sentences are scored.</summary>
    public SentenceScores(IEnumerable<IReadOnlyList<string>> messages)
    {
        foreach (var message in messages)
        {
            foreach (var word in message.SelectMany(Words).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                _messagesWith[word] = _messagesWith.GetValueOrDefault(word) + 1;
            }
        }
    }

    /// <summary>The higher the more it says; below zero for courtesy, logs and tables.</summary>
    public double Score(string sentence, MessageCues cues)
    {
        var words = Words(sentence).ToList();
        var length = TextLength.Words(sentence);
        if (words.Count == 0 || length > MaxWords || cues.IsCourtesy(sentence) || LogLine.IsOne(sentence))
        {
            return WorthlessScore;
        }

        // Logarithms keep a word that every mail repeats from drowning the rest; the root favours neither short nor long sentences.
        var weight = words.Distinct(StringComparer.OrdinalIgnoreCase).Sum(word => Math.Log(1 + _messagesWith.GetValueOrDefault(word)));
        return (weight / Math.Sqrt(words.Count)) - (length < MinWords ? 1.5 : 0) - (length > ManyWords ? 1 : 0);
    }

    /// <summary>How many of its words are more than the grammar's. "Are you still there?" has one.</summary>
    public static int CountTelling(string sentence) => Words(sentence).Count();

    /// <summary>Picks the best sentence of a message; the bonus is what a caller's purpose adds to a sentence's score.</summary>
    /// <returns>The first of the best; null if there is none worth showing.</returns>
    public string? FindBest(IReadOnlyList<string> sentences, MessageCues cues, Func<string, double> bonus) => sentences
        .Select((sentence, index) => (Sentence: sentence, Rating: Score(sentence, cues) + bonus(sentence) - Math.Min(0.05 * index, 0.5)))
        .Where(rated => rated.Rating > 0)
        .OrderByDescending(rated => rated.Rating)
        .Select(rated => rated.Sentence)
        .FirstOrDefault();

    private static IEnumerable<string> Words(string sentence) => sentence
        .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(word => word.Any(Scripts.IsUndivided) ? Pairs(word) : word.Length >= MinWordLength ? [word] : [])
        .Where(word => !StopWords.Contains(word));

    // Where nothing divides words, each pair of characters stands for one.
    private static IEnumerable<string> Pairs(string text)
    {
        for (var index = 0; index + 1 < text.Length; index++)
        {
            yield return text.Substring(index, 2);
        }
    }
}
