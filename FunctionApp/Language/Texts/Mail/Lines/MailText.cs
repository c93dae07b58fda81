namespace FuseDeskFlows.Language.Texts.Mail.Lines;

/// <summary>A mail's plain text, line by line and word by word, and which of its words earlier items have.</summary>
internal sealed class MailText
{
    /// <summary>The part of a passage's words that earlier items must have for it to count as theirs.</summary>
    public const double MostlyKnown = 0.7;

    private readonly int[] _passageOf;

    public MailText(string text, EarlierText earlier)
    {
        Text = text;
        Words = Word.ReadAll(text);
        Lines = ReadLines();
        Passages = earlier.Find(Words);
        _passageOf = new int[Words.Count];
        Array.Fill(_passageOf, -1);
        for (var index = 0; index < Passages.Count; index++)
        {
            Array.Fill(_passageOf, index, Passages[index].Start, Passages[index].End - Passages[index].Start);
        }
    }

    public string Text { get; }

    public List<Word> Words { get; }

    public List<MailLine> Lines { get; }

    /// <summary>What earlier items have.</summary>
    public List<Passage> Passages { get; }

    /// <summary>The passage that a word is part of; null if no earlier item has it.</summary>
    public Passage? PassageOf(int word) => _passageOf[word] is var index and >= 0 ? Passages[index] : null;

    /// <summary>How much the words from one to another say.</summary>
    public int Weight(int start, int end)
    {
        var weight = 0;
        for (var word = start; word < end; word++)
        {
            weight += Words[word].Weight;
        }

        return weight;
    }

    /// <summary>The part of a line's words that earlier items have; null for a line without words.</summary>
    public double? KnownPart(MailLine line)
    {
        var known = 0;
        for (var word = line.FirstWord; word < line.EndWord; word++)
        {
            known += _passageOf[word] >= 0 ? 1 : 0;
        }

        return line.EndWord == line.FirstWord ? null : (double)known / (line.EndWord - line.FirstWord);
    }

    /// <summary>Lines as one text.</summary>
    public string Join(int start, int end) => string.Join('\n', Lines[start..end].Select(line => line.Text)).Trim();

    private List<MailLine> ReadLines()
    {
        var lines = new List<MailLine>();
        var word = 0;
        for (var start = 0; start <= Text.Length;)
        {
            var end = Text.IndexOf('\n', start);
            end = end < 0 ? Text.Length : end;
            var first = word;
            while (word < Words.Count && Words[word].Start < end)
            {
                word++;
            }

            var line = Text.AsSpan(start, end - start).Trim();
            var own = line.TrimStart("> ");
            lines.Add(new(own.ToString(), line is ['>', ..], first, word));
            start = end + 1;
        }

        return lines;
    }
}
