using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Truto.Calls;

/// <summary>
/// Reads the list envelope: <c>result</c> (or <c>results</c>, or a bare list as FuseDesk itself answers) and <c>next_cursor</c>.
/// </summary>
internal static class PageReader
{
    /// <summary>Reads a page. An item that cannot be read is left out and counted: one broken row must not hide the others.</summary>
    /// <returns>False if the answer is not a list.</returns>
    public static bool TryRead<T>(JsonElement body, ListQuery<T> query, [NotNullWhen(true)] out Page<T>? page)
        where T : class
    {
        page = null;
        var envelope = new JsonFields(body);
        if (Entries(body, envelope) is not { } entries)
        {
            return false;
        }

        var read = entries.Select(query.Read).ToList();
        var cursor = envelope.Element("next_cursor");
        var next = cursor.ValueKind == JsonValueKind.True ? null : JsonScalar.Text(cursor); // a yes tells that there is more, and not where
        page = new Page<T>
        {
            Items = [.. read.OfType<T>().Where(item => query.Keep?.Invoke(item) ?? true)],
            NextCursor = next,
            LacksCursor = cursor.ValueKind != JsonValueKind.Undefined && next is null && !IsBlank(cursor),
            Entries = entries.Count,
            Unreadable = read.Count(item => item is null),
        };
        return true;
    }

    private static IReadOnlyList<JsonElement>? Entries(JsonElement body, JsonFields envelope)
    {
        var isBare = body.ValueKind == JsonValueKind.Array || JsonList.Read(body) is { Count: > 0 };
        return JsonList.ReadFlat(isBare ? body : envelope.Element("result", "results"));
    }

    private static bool IsBlank(JsonElement cursor) => cursor.ValueKind == JsonValueKind.String;
}
