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

/// <summary>
/// Calls FuseDesk's tools through Truto's proxy. One method call is one tool call: it follows no cursor and waits for no quota.
/// </summary>
public sealed class TrutoClient
{
    private readonly ToolInvoker _tools;
    private readonly int _pageSize;

    internal TrutoClient(ToolInvoker tools, IOptions<TrutoOptions> options)
    {
        _tools = tools;
        _pageSize = options.Value.PageSize;
    }

    // What the account offers, as it was last read.
    internal Task<ToolSet> GetToolsAsync(CancellationToken cancellationToken) => _tools.GetToolsAsync(cancellationToken);

    // One page of a list: the first without a cursor.
    internal Task<ToolOutcome<Page<T>>> ListAsync<T>(
        ToolOperation operation,
        ListQuery<T> query,
        string? cursor,
        CallContext caller,
        CancellationToken cancellationToken)
        where T : class
    {
        return _tools.InvokeAsync(new ToolCall<Page<T>>(operation, ResourcePath, Arguments, Interpret), caller, cancellationToken);

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

        ToolOutcome<Page<T>> Interpret(ToolDefinition tool, TrutoResponse response)
        {
            var body = response.ReadJson();
            return PageReader.TryRead(body, query, out var page)
                ? new() { Value = page, IsPartial = TrutoEnvelope.IsPartial(body) }
                : new() { Error = ToolErrorFactory.Unexpected(tool.Name, response, $"a list of {tool.Resource}") };
        }
    }

    // One object. Another one than asked for is refused, since reps have two kinds of number: idOf tells the id of what came. Parse is
    // told whether the answer is only a part.
    internal Task<ToolOutcome<T>> GetAsync<T>(
        ToolOperation operation,
        string? id,
        Func<JsonElement, bool, T?> parse,
        Func<T, string?> idOf,
        CallContext caller,
        CancellationToken cancellationToken)
        where T : class
    {
        // A blank id would turn the path into the list's, and dots into another resource's.
        if (string.IsNullOrWhiteSpace(id) || id.All(character => character == '.'))
        {
            return Task.FromResult(new ToolOutcome<T> { Error = ToolErrorFactory.NoId(operation.Name), Quota = _tools.Quota });
        }

        var call = new ToolCall<T>(operation, tool => $"{ResourcePath(tool)}/{Uri.EscapeDataString(id.Trim())}", _ => [], Interpret);
        return _tools.InvokeAsync(call, caller, cancellationToken);

        ToolOutcome<T> Interpret(ToolDefinition tool, TrutoResponse response)
        {
            var body = response.ReadJson();
            var only = Unwrap(body);
            var isPartial = TrutoEnvelope.IsPartial(body) || TrutoEnvelope.IsPartial(only);
            return parse(only, isPartial) is { } value && IsAskedFor(value)
                ? new() { Value = value, IsPartial = isPartial }
                : new() { Error = ToolErrorFactory.Unexpected(tool.Name, response, $"the one of {tool.Resource} that was asked for") };
        }

        bool IsAskedFor(T value) => string.Equals(idOf(value), id.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    // One write, sent once. The method names the object where the answer does.
    internal async Task<ToolOutcome<WriteAnswer>> WriteAsync(WriteCall write, CallContext caller, CancellationToken cancellationToken)
    {
        var call = new ToolCall<WriteAnswer>(
            new ToolOperation(write.Tool, write.Resource, write.Method),
            tool => WriteRequests.Path(tool, write.Id),
            tool => WriteRequests.Query(tool, write.Arguments),
            (_, response) => new()
            {
                Value = new()
                {
                    IsDone = true,
                    Id = new JsonFields(Unwrap(response.ReadJson()))
                    .TextId("caseid", "contactuuid", "uuid", "id")
                },
            })
        {
            Write = tool => WriteRequests.Body(tool, write),
        };
        return WriteRequests.Judge(await _tools.InvokeAsync(call, caller, cancellationToken), write);
    }

    private static string ResourcePath(ToolDefinition tool) => $"proxy/{Uri.EscapeDataString(tool.Resource)}";

    // The proxy gives a single object verbatim; the unified API and custom paths wrap it. Both are understood.
    private static JsonElement Unwrap(JsonElement body)
    {
        if (Only(body) is { } only)
        {
            return only;
        }

        var fields = new JsonFields(body);
        return fields.Text("id", "caseid", "userid") is null && fields.Element("result") is var inner
            && (Only(inner) ?? inner) is { ValueKind: JsonValueKind.Object } wrapped
            ? wrapped
            : body;
    }

    // A list of one is that one.
    private static JsonElement? Only(JsonElement value) => JsonList.Read(value) is [var only] ? only : null;
}
