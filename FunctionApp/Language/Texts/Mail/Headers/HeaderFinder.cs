using System.Buffers;
using FuseDeskFlows.Language.Texts.Languages;
using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail.Headers;

/// <summary>Finds the header of a quotation or a forwarded mail, in whatever form mail programs and help desks write it.</summary>
internal static class HeaderFinder
{
    private const int MaxBlankLines = 2;
    private const int MaxReplyAboveLength = 200;

    private static readonly SearchValues<string> ReplyAbove = SearchValues.Create(
        [.. LanguageTables.All.SelectMany(table => table.Mail.ReplyAbove).Distinct(StringComparer.OrdinalIgnoreCase)],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the header that begins at a line.</summary>
    /// <returns>The header; null if there is none.</returns>
    public static QuotationHeader? Find(IReadOnlyList<MailLine> lines, int index)
    {
        var line = lines[index].Text;
        if (line.Length == 0)
        {
            return null;
        }

        if (line.Length <= MaxReplyAboveLength && (line.AsSpan().ContainsAny(ReplyAbove) || IsHelpDeskLine(line)))
        {
            return new() { Kind = QuotationHeaderKind.ReplyAbove, Lines = 1 };
        }

        var says = DividerLine.Read(line);
        if (says is null && !DividerLine.MayDivide(line))
        {
            return HeaderBlock.Read(lines, index, belowDivider: false) ?? AttributionLine.Read(lines, index);
        }

        var below = index + 1;
        while (below < lines.Count && below <= index + MaxBlankLines && lines[below].IsBlank)
        {
            below++;
        }

        var block = below < lines.Count ? HeaderBlock.Read(lines, below, belowDivider: true) : null;
        return (says, block) switch
        {
            (null, null) => null,
            (null, _) => block with { Lines = below - index + block.Lines },
            (_, null) => new() { Kind = says.Value, Lines = 1 },
            _ => block with { Kind = says.Value, Lines = below - index + block.Lines },
        };
    }

    // Zendesk draws its line so in every language.
    private static bool IsHelpDeskLine(string line) =>
        line.StartsWith("##-", StringComparison.Ordinal) && line.EndsWith("-##", StringComparison.Ordinal);
}
