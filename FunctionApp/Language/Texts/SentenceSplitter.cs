using FuseDeskFlows.Language.Texts.Languages;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Texts;

/// <summary>
/// Cuts text into sentences: by Unicode's rules for them (UAX #29, of which .NET has no implementation), and by the abbreviations of the
/// text's language, which those rules leave to tables.
/// </summary>
internal static class SentenceSplitter
{
    // What goes on without a full stop is no sentence; its beginning is enough, and it bounds whatever looks at it.
    private const int MaxSentenceLength = 2000;

    /// <summary>Splits a text into its sentences, each on one line.</summary>
    /// <param name="text">The text; a blank line and a list item end a sentence, a wrapped line does not.</param>
    public static IReadOnlyList<string> Split(string text) => [.. SplitBlocks(text).SelectMany(block => block.Sentences)];

    /// <summary>Splits a text into its blocks, and each into its sentences.</summary>
    public static IReadOnlyList<TextBlock> SplitBlocks(string text)
    {
        var ends = new SentenceEnds(LanguageGuess.Of(text));
        return
        [
            .. TextBlocks.Split(text)
                .Select(block => new TextBlock(SplitBlock(block.Text, block.Kind, ends), block.Kind))
                .Where(block => block.Sentences.Count > 0),
        ];
    }

    private static List<string> SplitBlock(string block, BlockKind kind, SentenceEnds ends)
    {
        var sentences = new List<string>();
        if (kind == BlockKind.Log)
        {
            Add(block, sentences);
            return sentences;
        }

        var start = 0;
        for (var index = 0; index < block.Length; index++)
        {
            if (ends.FindEnd(block, start, index) is var end and > 0)
            {
                Add(block[start..end], sentences);
                start = end;
                index = end - 1;
            }
        }

        Add(block[start..], sentences);
        return sentences;
    }

    private static void Add(string sentence, List<string> sentences)
    {
        var line = SafeText.Shorten(sentence, MaxSentenceLength);
        if (line.Any(char.IsLetterOrDigit))
        {
            sentences.Add(line);
        }
    }
}
