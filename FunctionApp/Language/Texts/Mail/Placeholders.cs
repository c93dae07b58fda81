using System.Text.RegularExpressions;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>Takes out the lines that stand in plain text where a mail has a picture or a file: they are nobody's words.</summary>
internal static partial class Placeholders
{
    public static (string Text, IReadOnlyList<string> Files) Remove(string text)
    {
        if (!text.Contains('[', StringComparison.Ordinal) && !text.Contains('<', StringComparison.Ordinal))
        {
            return (text, []);
        }

        var files = new List<string>();
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].AsSpan().Trim() is ['[' or '<', .., ']' or '>'] && Placeholder.Match(lines[index]) is { Success: true } match)
            {
                files.Add(match.Groups["file"].Value.Trim());
                lines[index] = "";
            }
        }

        return files.Count == 0 ? (text, files) : (string.Join('\n', lines), files);
    }

    [GeneratedRegex(
        @"^\s*(\[\s*([\p{L} ]{1,20}:\s*)?(?<file>[^\[\]<>@/:]{1,120}\.[A-Za-z0-9]{2,5})(@[\w.]{1,60})?\s*\]"
        + @"|<(?<file>[^<>@/:]{1,120}\.[A-Za-z0-9]{2,5})>)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder { get; }
}
