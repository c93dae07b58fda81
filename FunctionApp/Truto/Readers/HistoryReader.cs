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

    /// <summary>
    /// Reads the items, which come in either order, and puts them in order. What cannot be read is counted, never left out in silence.
    /// </summary>
    /// <param name="list">The field that has them.</param>
    /// <param name="isPartial">Whether Truto says that the answer is only a part.</param>
    public static ParsedHistory Read(JsonListField list, HistoryKind defaultKind, string? customer, bool isPartial)
    {
        var items = list.Items ?? [];
        var read = items.Select(item => Item(item, defaultKind, customer)).OfType<HistoryItem>().ToList();
        var gaps = new HistoryGaps
        {
            IsMissing = !list.IsGiven,
            IsUnreadable = list.Items is null,
            Items = items.Count - read.Count + items.Count(HasUnreadableText),
            IsPartial = isPartial,
        };
        return new(
            [.. OldestFirst(read).Select((item, index) => item with { Number = index + 1 })],
            gaps == new HistoryGaps() ? null : gaps);
    }

    private static HistoryItem? Item(JsonElement element, HistoryKind defaultKind, string? customer)
    {
        if (element.ValueKind is JsonValueKind.String or JsonValueKind.Number && JsonScalar.Text(element) is { } bare)
        {
            return new HistoryItem
            {
                Number = 0,
                Kind = defaultKind,
                Text = DamagedText.Mend(PlainText.StripMarkup(DamagedText.MendTransfer(bare))),
            };
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
            At = fields.Timestamp(Dates),
            RepId = direction == Direction.Inbound ? null : signs.RepId,
            AuthorName = signs.Author,
            Subject = fields.Text("subject", "title") is { } subject ? DamagedText.MendLine(subject) : null,
            Attachments = Attachments(fields),
            Text = DamagedText.Mend(PlainText.StripMarkup(DamagedText.MendTransfer(fields.Text(Texts) ?? Lines(fields) ?? ""))),
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

    // A text may also come as a list of its lines.
    private static string? Lines(JsonFields fields) =>
        JsonList.Read(fields.Element(Texts)) is { Count: > 0 } lines && lines.All(line => JsonScalar.Text(line) is not null)
            ? string.Join('\n', lines.Select(JsonScalar.Text))
            : null;

    private static bool HasUnreadableText(JsonElement item)
    {
        var fields = new JsonFields(item);
        return fields.Text(Texts) is null && Lines(fields) is null
            && fields.Element(Texts) is { ValueKind: not JsonValueKind.Undefined } text && JsonList.Read(text) is not { Count: 0 };
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
