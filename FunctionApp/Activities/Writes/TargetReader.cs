using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.Events;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>Reads the state of what a write changes.</summary>
internal static class TargetReader
{
    private const int MaxValue = 200;

    // They change whenever anybody looks or writes, which other fields tell better.
    private static readonly string[] Volatile = ["date", "last", "updated", "unseen", "total"];

    /// <summary>Null if it is no case.</summary>
    /// <param name="token">What the write's text is found by; null if none is looked for.</param>
    /// <param name="marker">The marker of the app's own texts: they change nothing that a person decides by.</param>
    public static WriteTarget? ReadCase(JsonElement element, bool isPartial, string? token, string marker)
    {
        if (CaseReader.ParseCase(element, isPartial) is not { } read)
        {
            return null;
        }

        var raw = new JsonFields(element);
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Set(TargetFields.Status, CaseStatusNames.Of(read.Status) ?? raw.Text("status"));
        Set(TargetFields.Rep, read.RepId?.ToString());
        Set(TargetFields.Department, read.DepartmentId?.ToString());
        Set(TargetFields.Summary, read.Subject);
        Set(TargetFields.Tags, Tags(raw));
        Set(TargetFields.SnoozedUntil, TargetFields.Moment(raw.Timestamp("date_snoozed", "date_snooze", "snoozeduntil", "snooze")));
        Set(TargetFields.Archived, raw.Flag("isarchived", "archived") is true ? "yes" : null);
        var others = read.History.Count(item => item.Kind != HistoryKind.Change && !IsOwnNote(item));
        Set(TargetFields.Messages, others.ToString(CultureInfo.InvariantCulture));
        return new()
        {
            Id = read.Id.ToString(),
            Title = read.Subject,
            Fields = fields,
            HasText = token is not null && read.History.Any(item => item.Text.Contains(token, StringComparison.Ordinal)),
            MayLackTexts = read.Gaps is not null,
        };

        // A customer can write a marker too, but no note.
        bool IsOwnNote(HistoryItem item) =>
            item is { Kind: HistoryKind.Note, Direction: Direction.Internal } && WriteMark.IsOwn(item.Text, marker);

        void Set(string field, string? value)
        {
            if (value is not null)
            {
                fields[field] = value;
            }
        }
    }

    /// <summary>Reads an object of which nothing but its fields is known; null if it is another one.</summary>
    public static WriteTarget? ReadOther(JsonElement element, bool isPartial, string id)
    {
        var raw = new JsonFields(element);
        var ids = new[] { raw.TextId("id"), raw.TextId("uuid"), raw.TextId("userid"), raw.TextId("chatid"), raw.TextId("departmentid") };
        if (element.ValueKind != JsonValueKind.Object || !ids.Contains(id, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (JsonScalar.NameOf(property) is { } name && FieldNames.Normalise(name) is var normalised
                && !Volatile.Any(word => normalised.StartsWith(word, StringComparison.Ordinal))
                && ValueOf(property.Value) is { } value)
            {
                fields[normalised] = value.Length <= MaxValue ? value : value[..MaxValue] + "…";
            }
        }

        return new() { Id = id, Title = raw.Text("title", "name", "tagname"), Fields = fields, MayLackTexts = isPartial };
    }

    private static string? ValueOf(JsonElement value) =>
        JsonScalar.Text(value) ?? (JsonList.Read(value) is { Count: > 0 } items && items.All(item => JsonScalar.Text(item) is not null)
            ? string.Join(", ", items.Select(JsonScalar.Text))
            : null);

    // Tag ids, or objects that have them.
    private static string? Tags(JsonFields raw)
    {
        var ids = raw.Items("tags", "casetags")
            .Select(tag => JsonScalar.Text(tag) ?? new JsonFields(tag).Text("id", "casetagid"))
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .ToList();
        return ids.Count > 0 ? string.Join(", ", ids) : null;
    }
}
