using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.Telemetry;
using FuseDeskFlows.Truto.Readers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Truto;

/// <summary>Calls FuseDesk's tools through Truto's proxy. One method call is one tool call: it follows no cursor and waits for no quota.</summary>
public sealed class TrutoClient
{
    private readonly TrutoHttp _http;
    private readonly ToolCatalogue _catalogue;
    private readonly QuotaMemory _memory;
    private readonly QuotaGate _gate;
    private readonly TrutoOptions _options;
    private readonly ILogger<TrutoClient> _log;

    internal TrutoClient(
        TrutoHttp http, ToolCatalogue catalogue, QuotaMemory memory, QuotaGate gate, IOptions<TrutoOptions> options, ILogger<TrutoClient> log)
    {
        _http = http;
        _catalogue = catalogue;
        _memory = memory;
        _gate = gate;
        _options = options.Value;
        _log = log;
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
    internal Task<ToolOutcome<Page<T>>> ListAsync<T>(ToolRoute route, ListQuery<T> query, string? cursor, QuotaCaller caller, CancellationToken cancellationToken)
        where T : class
    {
        return CallAsync<Page<T>>(
            route,
            tool => (ResourcePath(tool), Arguments(tool)),
            (tool, response) =>
            {
                var body = response.ReadJson();
                if (!PageReader.TryRead(body, query, out var page))
                {
                    return new() { Error = ToolErrors.Unexpected(tool.Name, response, $"a list of {tool.Resource}") };
                }

                return page.NextCursor is not null && string.Equals(page.NextCursor, cursor, StringComparison.Ordinal)
                    ? new() { Error = ToolErrors.RepeatedCursor(tool.Name) }
                    : new() { Value = page };
            },
            caller,
            cancellationToken);

        IEnumerable<KeyValuePair<string, string>> Arguments(ToolDefinition tool)
        {
            yield return new("limit", _options.PageSize.ToString(CultureInfo.InvariantCulture));
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
        QuotaCaller caller,
        CancellationToken cancellationToken)
        where T : class
    {
        // A blank id would turn the path into the list's, and dots into another resource's.
        if (string.IsNullOrWhiteSpace(id) || id.All(character => character == '.'))
        {
            return Task.FromResult(new ToolOutcome<T> { Error = ToolErrors.NoId(route.Name), Quota = _memory.Current });
        }

        return CallAsync<T>(
            route,
            tool => ($"{ResourcePath(tool)}/{Uri.EscapeDataString(id.Trim())}", []),
            (tool, response) => read(Unwrap(response.ReadJson())) is { } value && IsAskedFor(value)
                ? new() { Value = value }
                : new() { Error = ToolErrors.Unexpected(tool.Name, response, $"the one of {tool.Resource} that was asked for") },
            caller,
            cancellationToken);

        bool IsAskedFor(T value) => string.Equals(idOf(value), id.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<ToolOutcome<T>> CallAsync<T>(
        ToolRoute route,
        Func<ToolDefinition, (string Path, IEnumerable<KeyValuePair<string, string>> Query)> ask,
        Func<ToolDefinition, TrutoResponse, ToolOutcome<T>> read,
        QuotaCaller caller,
        CancellationToken cancellationToken)
        where T : class
    {
        using var span = ToolSpan.Begin(route.Name);
        var outcome = await TryCallAsync(route, ask, read, caller, cancellationToken);
        ToolSpan.Tell(span, outcome);
        if (outcome.Error is { Kind: not ToolErrorKind.NotFound } refusal)
        {
            _log.ToolRefused(route.Name, refusal.Kind, refusal.Status);
        }
        else if (outcome.RateLimit is { } limit)
        {
            _log.ToolLimited(route.Name, Owners.Name(limit.Owner), limit.RetryAt);
        }

        return outcome;
    }

    private async Task<ToolOutcome<T>> TryCallAsync<T>(
        ToolRoute route,
        Func<ToolDefinition, (string Path, IEnumerable<KeyValuePair<string, string>> Query)> ask,
        Func<ToolDefinition, TrutoResponse, ToolOutcome<T>> read,
        QuotaCaller caller,
        CancellationToken cancellationToken)
        where T : class
    {
        if (caller.Slots.Count == 0 && _memory.UsedUp() is { } usedUp)
        {
            return Limited<T>(usedUp);
        }

        var tools = await _catalogue.GetAsync(_http, cancellationToken);
        if (tools.Find(route) is not { } tool)
        {
            return new() { Error = ToolErrors.Missing(route), Quota = _memory.Current };
        }

        if (await _gate.EnterAsync(caller, cancellationToken) is { } limit)
        {
            return Limited<T>(limit);
        }

        var answered = false;
        try
        {
            var (path, query) = ask(tool);
            var account = KeyValuePair.Create("integrated_account_id", _options.IntegratedAccountId);
            using var response = await _http.GetAsync(tool.Name, path, query.Prepend(account), cancellationToken, route.Name);
            answered = true;
            var outcome = Judge(tool, response, read) with { Calls = response.Calls, Quota = response.Quota ?? _memory.Current };
            return outcome.RateLimit is { } refusal ? outcome with { Ledger = LedgerOf(refusal.Owner) } : outcome;
        }
        finally
        {
            _gate.Leave(answered);
        }
    }

    private ToolOutcome<T> Limited<T>(RateLimit limit)
        where T : class => new() { RateLimit = limit, Ledger = LedgerOf(limit.Owner), Quota = _memory.Current };

    private LedgerNote LedgerOf(RateLimitOwner owner) => owner == RateLimitOwner.FuseDesk
        ? new() { Key = $"{_options.IntegratedAccountId}:fusedesk", Limit = _memory.Current?.Limit, Window = _memory.Window }
        : new() { Key = $"{_options.IntegratedAccountId}:truto" };

    private static ToolOutcome<T> Judge<T>(ToolDefinition tool, TrutoResponse response, Func<ToolDefinition, TrutoResponse, ToolOutcome<T>> read)
        where T : class
    {
        if (response.IsSuccess)
        {
            return read(tool, response);
        }

        if (response.RateLimit is { } limit)
        {
            return new() { RateLimit = limit };
        }

        // A server's fault may be gone in minutes, which is for the orchestration's retry policy. A 503 that does not pass is a block.
        if (response.Status is 408 || (response.Status >= 500 && (response.Status != 503 || response.IsPassingFault)))
        {
            throw new TrutoException($"{tool.Name}: status {response.Status}, tried {response.Calls} times.");
        }

        return new() { Error = ToolErrors.Refused(tool.Name, response) };
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
