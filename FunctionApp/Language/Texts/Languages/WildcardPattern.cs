namespace FuseDeskFlows.Language.Texts.Languages;

/// <summary>A form of a language table, in which a star stands for anything. Matching is linear in the length of the line.</summary>
internal sealed class WildcardPattern
{
    private const int DetailedLength = 25;

    private readonly string[] _pieces;

    public WildcardPattern(string form) => _pieces = [.. WithColons(form).Split('*').Select(piece => piece.Trim())];

    /// <summary>True if the form says how a line begins, not only how it ends.</summary>
    public bool IsAnchored => _pieces[0].Length > 0;

    /// <summary>True if the form says how a line begins and ends in so many words that no other sentence does.</summary>
    public bool IsDetailed => IsAnchored && _pieces[^1].Length > 0 && _pieces.Sum(piece => piece.Length) >= DetailedLength;

    /// <summary>What a line of the form begins with, in lower case; null if that may be anything.</summary>
    public char? First => IsAnchored ? char.ToLowerInvariant(_pieces[0][0]) : null;

    /// <summary>Whether a line has the form; case and blanks before a colon do not matter.</summary>
    public bool IsMatch(string normalised)
    {
        if (_pieces.Length == 1)
        {
            return string.Equals(normalised, _pieces[0], StringComparison.OrdinalIgnoreCase);
        }

        var line = normalised.AsSpan();
        if (!line.StartsWith(_pieces[0], StringComparison.OrdinalIgnoreCase) || IsInWord(line, _pieces[0].Length))
        {
            return false;
        }

        var last = _pieces[^1];
        var end = line.Length - last.Length;
        if (end < _pieces[0].Length || !line.EndsWith(last, StringComparison.OrdinalIgnoreCase) || (last.Length > 0 && IsInWord(line, end)))
        {
            return false;
        }

        var at = _pieces[0].Length;
        foreach (var piece in _pieces.AsSpan(1, _pieces.Length - 2))
        {
            at = IndexOfWord(line[..end], piece, at);
            if (at < 0)
            {
                return false;
            }

            at += piece.Length;
        }

        return true;
    }

    /// <summary>Brings a line into the shape that forms are compared in.</summary>
    public static string Normalise(string line) =>
        WithColons(line.Trim(' ', '*', '_', '\u00a0'));

    private static string WithColons(string line) => line.Replace('：', ':').Replace(" :", ":", StringComparison.Ordinal);

    private static int IndexOfWord(ReadOnlySpan<char> line, string piece, int from)
    {
        while (from <= line.Length)
        {
            var at = line[from..].IndexOf(piece, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return -1;
            }

            if (!IsInWord(line, from + at) && !IsInWord(line, from + at + piece.Length))
            {
                return from + at;
            }

            from += at + 1;
        }

        return -1;
    }

    // Letters of scripts without blanks are no part of a longer word.
    private static bool IsInWord(ReadOnlySpan<char> line, int at) =>
        at > 0 && at < line.Length && IsLetterOfWord(line[at - 1]) && IsLetterOfWord(line[at]);

    private static bool IsLetterOfWord(char letter) => char.IsLetter(letter) && Scripts.DividesWords(letter);
}
