using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Http;
using FuseDeskFlows.Truto.Settings;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Truto;

/// <summary>Calls FuseDesk's tools through Truto's proxy. One method call is one tool call: it follows no cursor and waits for no quota.</summary>
public sealed class TrutoClient
{
    private readonly ToolInvoker _caller;
    private readonly int _pageSize;

    internal TrutoClient(ToolInvoker caller, IOptions<TrutoOptions> options)
    {
        _caller = caller;
        _pageSize = options.Value.PageSize;
    }

    /// <summary>Reads one page of a list.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="route">The tool.</param>
    /// <param name="query">What to ask for, how to read an item, and what to keep.</param>
    /// <param name="cursor">The page; null for the first.</param>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The page, or why there is none.</returns>
    /// <exception cref="TrutoException">The unexpected.</exception>
    internal Task<ToolOutcome<Page<T>>> ListAsync<T>(ToolRoute route, ListQuery<T> query, string? cursor, CallContext caller, CancellationToken cancellationToken)
        where T : class
    {
        return _caller.CallAsync<Page<T>>(
            route,
            tool => (ResourcePath(tool), Arguments(tool)),
            (tool, response) =>
            {
                var body = response.ReadJson();
                if (!PageReader.TryRead(body, query, out var page))
                {
                    return new() { Error = ToolErrorFactory.Unexpected(tool.Name, response, $"a list of {tool.Resource}") };
                }

                return page.NextCursor is not null && string.Equals(page.NextCursor, cursor, StringComparison.Ordinal)
                    ? new() { Error = ToolErrorFactory.RepeatedCursor(tool.Name) }
                    : new() { Value = page };
            },
            caller,
            cancellationToken);

        IEnumerable<KeyValuePair<string, string>> Arguments(ToolDefinition tool)
        {
            yield return new("limit", _pageSize.ToString(CultureInfo.InvariantCulture));
            if (cursor is not null)
            {
                yield return new("next_cursor", cursor);
            }

            foreach (var argument in query.Arguments)
            {
                if (argument?.Bind(tool) is { } bound)
                {
                    yield return bound;
                }
            }
        }
    }

    /// <summary>Reads one object.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="route">The tool.</param>
    /// <param name="id">The object's id.</param>
    /// <param name="read">Reads the answer; null if it is not such an object.</param>
    /// <param name="idOf">The id of what was read: another one than asked for is refused, since reps have two kinds of number.</param>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The object, or why there is none.</returns>
    /// <exception cref="TrutoException">The unexpected.</exception>
    internal Task<ToolOutcome<T>> GetAsync<T>(
        ToolRoute route,
        string? id,
        Func<JsonElement, T?> read,
        Func<T, string?> idOf,
        CallContext caller,
        CancellationToken cancellationToken)
        where T : class
    {
        // A blank id would turn the path into the list's, and dots into another resource's.
        if (string.IsNullOrWhiteSpace(id) || id.All(character => character == '.'))
        {
            return Task.FromResult(new ToolOutcome<T> { Error = ToolErrorFactory.NoId(route.Name), Quota = _caller.Quota });
        }

        return _caller.CallAsync<T>(
            route,
            tool => ($"{ResourcePath(tool)}/{Uri.EscapeDataString(id.Trim())}", []),
            (tool, response) => read(Unwrap(response.ReadJson())) is { } value && IsAskedFor(value)
                ? new() { Value = value }
                : new() { Error = ToolErrorFactory.Unexpected(tool.Name, response, $"the one of {tool.Resource} that was asked for") },
            caller,
            cancellationToken);

        bool IsAskedFor(T value) => string.Equals(idOf(value), id.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    private static string ResourcePath(ToolDefinition tool) => $"proxy/{Uri.EscapeDataString(tool.Resource)}";

    // The proxy gives a single object verbatim; the unified API and custom paths wrap it. Both are understood.
    private static JsonElement Unwrap(JsonElement body)
    {
        var fields = new JsonFields(body);
        return fields.Text("id", "caseid", "userid") is null && fields.Element("result") is { ValueKind: JsonValueKind.Object } inner
            ? inner
            : body;
    }
}
