using System.Collections.Frozen;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Texts;

/// <summary>Cuts text into sentences, as far as punctuation tells.</summary>
internal static class SentenceSplitter
{
    // What goes on without a full stop is no sentence; its beginning is enough, and it bounds whatever looks at it.
    private const int MaxSentenceLength = 2000;

    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "e.g.", "i.e.", "etc.", "no.", "nr.", "vs.", "mr.", "mrs.", "ms.", "dr.", "st.", "approx.", "inc.", "ltd.", "co.", "p.s.", "a.m.",
        "p.m.", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Splits a text into its sentences, each on one line.</summary>
    /// <param name="text">The text; a blank line and a list item end a sentence, a wrapped line does not.</param>
    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        foreach (var block in Blocks(text))
        {
            SplitBlock(block, sentences);
        }

        return sentences;
    }

    private static IEnumerable<string> Blocks(string text)
    {
        var block = new List<string>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0 || IsListItem(line))
            {
                yield return string.Join(' ', block);
                block.Clear();
            }

            if (line.Length > 0)
            {
                block.Add(line.TrimStart('-', '*', '•', ' '));
            }
        }

        yield return string.Join(' ', block);
    }

    private static bool IsListItem(string line) =>
        line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) || line.StartsWith('•');

    private static void SplitBlock(string block, List<string> sentences)
    {
        var start = 0;
        for (var index = 0; index < block.Length; index++)
        {
            if (block[index] is not ('.' or '!' or '?') || (index + 1 < block.Length && !EndsAt(block, start, index)))
            {
                continue;
            }

            Add(block[start..(index + 1)], sentences);
            start = index + 1;
        }

        Add(block[start..], sentences);
    }

    private static bool EndsAt(string block, int start, int index)
    {
        var next = block[index + 1];
        if (!char.IsWhiteSpace(next) || index + 2 >= block.Length)
        {
            return char.IsWhiteSpace(next);
        }

        if (block[index] != '.')
        {
            return true;
        }

        var word = block[(block.LastIndexOf(' ', index, index - start + 1) + 1)..(index + 1)];
        var isInitial = word.Length == 2 && char.IsUpper(word[0]) && word[0] != 'I';
        return !isInitial && !Abbreviations.Contains(word.TrimStart('(', '"', '“')) && !char.IsLower(block[index + 2]);
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
