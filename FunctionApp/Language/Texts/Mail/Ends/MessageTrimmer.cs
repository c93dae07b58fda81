using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail.Ends;

/// <summary>
/// Takes away what stands around a message: the greeting, closing and signature, what devices and companies add. What goes on as prose
/// after any of them is content.
/// </summary>
/// <param name="author">The name of who wrote it, or his address; null if that is unknown.</param>
internal sealed class MessageTrimmer(string? author)
{
    private const int MinDividerLength = 10;

    private readonly AuthorName _author = new(author);

    /// <summary>Takes the ends away.</summary>
    /// <param name="lines">Consecutive lines of a message.</param>
    /// <param name="isFirst">True if the message begins with them, so that a greeting may stand there.</param>
    /// <param name="lenient">True to keep greeting and closing, where they are all that somebody wrote.</param>
    public string Strip(IReadOnlyList<MailLine> lines, bool isFirst, bool lenient)
    {
        var kept = new List<string>();
        var inSignature = false;
        foreach (var paragraph in Paragraphs(lines))
        {
            if (isFirst && kept.Count == 0)
            {
                paragraph.RemoveAll(Boilerplate.IsBanner);
            }

            var content = Content(paragraph, isFirst, kept.Count > 0, lenient, ref inSignature);
            if (content.Count > 0)
            {
                kept.AddRange(kept.Count > 0 ? ["", .. content] : content);
            }
        }

        while (kept is [.., var last] && (last.Length == 0 || IsLineAcross(last)))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        if (isFirst && !lenient && kept.Count > 0 && Greeting.PrefixLength(kept[0]) is > 0 and var greeting)
        {
            kept[0] = kept[0][greeting..].Trim();
        }

        return string.Join('\n', kept).Trim();
    }

    private List<string> Content(List<string> paragraph, bool isFirst, bool hasText, bool lenient, ref bool inSignature)
    {
        paragraph.RemoveAll(Boilerplate.IsDeviceLine);
        if (paragraph.Count == 0 || Boilerplate.IsDisclaimer(string.Join(' ', paragraph)))
        {
            return [];
        }

        var delimiter = paragraph.FindIndex(IsDelimiter);
        if (delimiter >= 0)
        {
            paragraph.RemoveAll(IsDelimiter);
            var below = paragraph[delimiter..];
            inSignature = (hasText || !isFirst || delimiter > 0)
                && ((below.Count > 0 && _author.IsSignOff(below[0]) && !Prose.Asks(below)) || !Prose.LooksLikeProse(below));
            return inSignature ? paragraph[..delimiter] : paragraph;
        }

        if (inSignature)
        {
            inSignature = !Prose.LooksLikeProse(paragraph);
            return inSignature ? [] : paragraph;
        }

        var closing = paragraph.FindLastIndex(Closing.IsMatch);
        if (closing >= 0 && !Prose.LooksLikeProse(paragraph[(closing + 1)..]))
        {
            inSignature = true;
            if (lenient)
            {
                return paragraph[..(closing + 1)];
            }

            // Two lines may close together.
            while (closing > 0 && Closing.IsMatch(paragraph[closing - 1]))
            {
                closing--;
            }

            return paragraph[..closing];
        }

        return WithoutName(paragraph, hasText, ref inSignature);
    }

    private static bool IsLineAcross(string line) => line.Length >= MinDividerLength && line.All(letter => letter is '_' or '-' or '=');

    private static bool IsDelimiter(string line) => line is "--" or "__" or "—";

    // "Jonas" at the end, with or without a blank line above it, and what else stands below a name.
    private List<string> WithoutName(List<string> paragraph, bool hasText, ref bool inSignature)
    {
        if (hasText && _author.IsSignOff(paragraph[0]) && !Prose.LooksLikeProse(paragraph))
        {
            inSignature = true;
            return [];
        }

        return paragraph.Count > 1 && _author.IsSignOff(paragraph[^1]) ? paragraph[..^1] : paragraph;
    }

    private static IEnumerable<List<string>> Paragraphs(IReadOnlyList<MailLine> lines)
    {
        var paragraph = new List<string>();
        foreach (var line in lines)
        {
            if (!line.IsBlank)
            {
                paragraph.Add(line.Text);
            }
            else if (paragraph.Count > 0)
            {
                yield return paragraph;
                paragraph = [];
            }
        }

        if (paragraph.Count > 0)
        {
            yield return paragraph;
        }
    }
}
