using FuseDeskFlows.Language.Texts.Languages;

namespace FuseDeskFlows.Language.Texts.Mail.Headers;

/// <summary>Splits a line into the fields of a header: its label, as the tables of all languages have it, and its value.</summary>
internal static class HeaderFields
{
    private const int MaxLabelLength = 30;
    private const int MaxLabelWords = 3;

    private static readonly Dictionary<string, HeaderField> Labels = ReadLabels();

    /// <summary>What stands around labels and values.</summary>
    public static char[] Marks { get; } = ['*', '_', ' ', '\u00a0', '|'];

    /// <summary>Reads the field that a line begins with.</summary>
    /// <param name="line">The line.</param>
    /// <param name="known">True if its label must be of a table.</param>
    /// <returns>The field, with the rest of the line as its value; null if there is none.</returns>
    public static (HeaderField Field, string Value)? Read(string line, bool known)
    {
        var colon = line.AsSpan(0, Math.Min(line.Length, MaxLabelLength)).IndexOfAny(':', '：');
        if (colon < 1)
        {
            return null;
        }

        var label = line[..colon].Trim(Marks);
        if (Labels.TryGetValue(label, out var field))
        {
            return (field, line[(colon + 1)..].Trim(Marks));
        }

        return known || label.Length == 0 || !label.All(letter => char.IsLetter(letter) || letter is ' ' or '-')
            ? null
            : (HeaderField.Other, line[(colon + 1)..].Trim(Marks));
    }

    /// <summary>Finds the label of another field within a value.</summary>
    /// <returns>The field, where its label begins and what follows it; null if there is none.</returns>
    public static (HeaderField Field, int Start, int End)? Next(string value)
    {
        for (var colon = IndexOfColon(value, 0); colon > 0; colon = IndexOfColon(value, colon + 1))
        {
            var floor = Math.Max(0, colon - MaxLabelLength);
            var start = colon;
            for (var words = 0; words < MaxLabelWords; words++)
            {
                var before = value.AsSpan(floor, start - floor).TrimEnd(Marks).LastIndexOfAny(Marks);
                if (before < 0)
                {
                    break;
                }

                start = floor + before + 1;
                if (Labels.TryGetValue(value[start..colon].Trim(Marks), out var field))
                {
                    return (field, start, colon + 1);
                }
            }
        }

        return null;
    }

    private static int IndexOfColon(string value, int from) =>
        value.AsSpan(from).IndexOfAny(':', '：') is >= 0 and var at ? from + at : -1;

    private static Dictionary<string, HeaderField> ReadLabels()
    {
        var labels = new Dictionary<string, HeaderField>(StringComparer.OrdinalIgnoreCase);
        foreach (var names in LanguageTables.All.Select(table => table.Mail.Headers))
        {
            Add(names.From, HeaderField.From);
            Add(names.Sent, HeaderField.Sent);
            Add(names.Date, HeaderField.Date);
            Add(names.To, HeaderField.To);
            Add(names.Subject, HeaderField.Subject);
            Add(names.Copy, HeaderField.Other);
        }

        return labels;

        void Add(IReadOnlyList<string> names, HeaderField field)
        {
            foreach (var name in names)
            {
                labels.TryAdd(name, field);
            }
        }
    }
}
