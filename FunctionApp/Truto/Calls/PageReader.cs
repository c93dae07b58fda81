using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Truto.Calls;

/// <summary>
/// Reads the list envelope: <c>result</c> (or <c>results</c>, or a bare array as FuseDesk itself answers) and <c>next_cursor</c>.
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
        var list = body.ValueKind == JsonValueKind.Array ? body : envelope.Element("result", "results");
        if (list.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var read = list.EnumerateArray().Select(query.Read).ToList();
        page = new Page<T>
        {
            Items = [.. read.OfType<T>().Where(item => query.Keep?.Invoke(item) ?? true)],
            NextCursor = envelope.Text("next_cursor"),
            Unreadable = read.Count(item => item is null),
        };
        return true;
    }
}
