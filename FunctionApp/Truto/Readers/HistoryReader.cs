using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>
/// Reads a case's history or a chat's messages. The items' field names are not documented, so the usual ones are tried, best first.
/// </summary>
internal static class HistoryReader
{
    private static readonly string[] Dates =
        ["date", "datecreated", "createdat", "dateadded", "datesent", "sentat", "datereceived", "timestamp", "time", "dateupdated"];

    // Plain text before HTML, an own text before a mere description.
    private static readonly string[] Texts =
    [
        "text", "plaintext", "bodytext", "bodyplain", "body", "content", "message", "note", "details", "comment", "description",
        "html", "bodyhtml", "summary",
    ];

    /// <summary>Parses the items, which come in either order, and puts them in order.</summary>
    /// <returns>The items, oldest first, numbered from 1.</returns>
    public static IReadOnlyList<HistoryItem> Parse(IEnumerable<JsonElement> items, HistoryKind defaultKind, string? customer)
    {
        var read = items.Select(item => Item(item, defaultKind, customer)).OfType<HistoryItem>().ToList();
        return [.. OldestFirst(read).Select((item, index) => item with { Number = index + 1 })];
    }

    private static HistoryItem? Item(JsonElement element, HistoryKind defaultKind, string? customer)
    {
        if (JsonScalar.Text(element) is { } bare)
        {
            return new HistoryItem { Number = 0, Kind = defaultKind, Text = PlainText.StripMarkup(bare) };
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var fields = new JsonFields(element);
        var signs = new HistoryItemClassifier(fields, defaultKind, customer);
        var direction = signs.Direction;
        return new HistoryItem
        {
            Number = 0,
            Kind = signs.Kind,
            Direction = direction,
            IsAutomatic = signs.IsAutomatic,
            At = fields.Moment(Dates),
            RepId = direction == Direction.Inbound ? null : signs.RepId,
            AuthorName = signs.Author,
            Subject = fields.Text("subject", "title"),
            Attachments = Attachments(fields),
            Text = PlainText.StripMarkup(fields.Text(Texts) ?? ""),
        };
    }

    private static List<string>? Attachments(JsonFields fields)
    {
        var names = fields.Items("attachments", "files")
            .Select(file => JsonScalar.Text(file) ?? new JsonFields(file).Text("name", "filename", "title", "url"))
            .OfType<string>()
            .ToList();
        return names.Count > 0 ? names : null;
    }

    // An item without a date stays behind the one before it. A list that comes newest first is turned round first, so that this,
    // and the order of items of the same second, holds for it too.
    private static IEnumerable<HistoryItem> OldestFirst(List<HistoryItem> items)
    {
        var dates = items.Select(item => item.At).OfType<DateTimeOffset>().ToList();
        if (dates.Count > 1 && dates[0] > dates[^1])
        {
            items.Reverse();
        }

        var latest = DateTimeOffset.MinValue;
        var placed = items.Select(item => (Item: item, At: latest = item.At ?? latest)).ToList();
        return placed.OrderBy(pair => pair.At).Select(pair => pair.Item);
    }
}
