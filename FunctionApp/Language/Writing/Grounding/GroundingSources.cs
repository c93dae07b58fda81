using System.Globalization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing.Dates;

namespace FuseDeskFlows.Language.Writing.Grounding;

/// <summary>What a text was written from, to check it against: a model's word is not taken for anything.</summary>
internal sealed class GroundingSources
{
    private readonly Dictionary<int, string> _items;
    private readonly HashSet<int> _citable;
    private readonly string _facts;
    private readonly KnownDates _days = new();
    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    public GroundingSources(IEnumerable<HistoryItem> history, IEnumerable<string?> facts, IEnumerable<int> citable)
    {
        // An item that was split has several pieces of one number.
        _items = history
            .GroupBy(item => item.Number)
            .ToDictionary(group => group.Key, group => FoldedText.Fold(string.Join(' ', group.Select(Text))));
        _citable = [.. citable.Where(_items.ContainsKey)];
        _facts = FoldedText.Fold(string.Join(" \n ", facts));
        foreach (var moment in history.Select(item => item.At).OfType<DateTimeOffset>())
        {
            _days.Add(moment);
            var digits = string.Create(CultureInfo.InvariantCulture, $"{moment.UtcDateTime:HH:mm yyyy-MM-dd yyyy}");
            _numbers.UnionWith(CheckableFacts.Numbers(digits));
        }

        foreach (var item in history)
        {
            _days.AddFrom(FoldedText.Fold(Text(item)), item.At);
        }

        foreach (var text in _items.Values.Append(_days.Extract(_facts)))
        {
            _addresses.UnionWith(CheckableFacts.Addresses(text));
            _numbers.UnionWith(CheckableFacts.Numbers(text));
        }
    }

    /// <summary>Looks for what a statement claims and the sources do not have.</summary>
    /// <returns>What is wrong with it, without repeating any of it; null if nothing is.</returns>
    public string? FindFault(SummaryStatement statement)
    {
        if (statement.Evidence.Count == 0)
        {
            return "cites no history item";
        }

        if (!statement.Evidence.All(_citable.Contains))
        {
            return "cites a history item that does not exist or was not shown";
        }

        var text = FoldedText.Fold(statement.Text);
        return text switch
        {
            _ when !CheckableFacts.Addresses(text).All(_addresses.Contains) => "has an email address that the history does not have",
            _ when CheckableFacts.Links(text).Any(link => !Has(link)) => "has a link that the history does not have",
            _ when !CheckableFacts.Numbers(_days.RemoveKnown(text)).All(_numbers.Contains) =>
                "has a number that the history does not have; numbers must be copied as they are",
            _ when (text = InchMarks.Remove(text)).Count(letter => letter == '"') % 2 != 0 =>
                "has a quotation mark without its counterpart",
            _ when CheckableFacts.Quotations(text).Any(quote => !IsCited(quote, statement.Evidence)) =>
                "quotes words that are not in the items that it cites",
            _ => null,
        };
    }

    private bool Has(string text) =>
        _facts.Contains(text, StringComparison.Ordinal) || _items.Values.Any(item => item.Contains(text, StringComparison.Ordinal));

    // A quotation may have a sign for inches in it, and what is quoted other quotations.
    private bool IsCited(string quote, IEnumerable<int> evidence) =>
        _facts.Contains(quote, StringComparison.Ordinal)
        || evidence.Any(number => WithoutMarks(_items.GetValueOrDefault(number, "")).Contains(quote, StringComparison.Ordinal));

    private static string WithoutMarks(string folded) => folded.Replace("\"", "", StringComparison.Ordinal);

    private static string Text(HistoryItem item) =>
        $"{item.AuthorName} {item.Subject} {item.Text} {item.Forwarded?.From} {item.Forwarded?.Subject} {item.Forwarded?.Text} "
        + string.Join(' ', item.Attachments ?? []);
}
