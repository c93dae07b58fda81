namespace FuseDeskFlows.Language.Texts.Mail.Ends;

/// <summary>Knows the lines in which an author signs with a name.</summary>
/// <param name="author">The author's name or address; null, which no line matches, if that is unknown.</param>
internal sealed class AuthorName(string? author)
{
    private const int MaxWords = 4;

    private readonly HashSet<string> _names = (author ?? "")
        .Split([' ', ',', '.', '@', '<', '>'], StringSplitOptions.RemoveEmptyEntries)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a line that has nothing but the author's names, or some of them and initials.</summary>
    public bool IsSignOff(string line)
    {
        var words = line.Split([' ', ',', '.', '-', '–', '!'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MaxWords && _names.Count > 0
            && Array.TrueForAll(words, word => _names.Contains(word) || (word.Length == 1 && char.IsUpper(word[0])))
            && Array.Exists(words, _names.Contains);
    }
}
