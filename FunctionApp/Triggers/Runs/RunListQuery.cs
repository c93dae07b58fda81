using System.Globalization;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>Which runs a caller wants to see.</summary>
/// <param name="Name">Only runs of this flow; null for all.</param>
/// <param name="Status">Only runs of this status; null for all.</param>
/// <param name="Top">How many at most.</param>
/// <param name="Continuation">Where to go on; null for the beginning.</param>
internal sealed record RunListQuery(string? Name, OrchestrationRuntimeStatus? Status, int Top, string? Continuation)
{
    /// <summary>How many runs a page shows at most.</summary>
    public const int MaxTop = 100;

    private const int DefaultTop = 20;

    /// <summary>The parameters of a list that is of all runs.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["name", "status", "top", "continuation"];

    /// <summary>The parameters of a list that has pages alone.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["top", "continuation"];

    /// <summary>Parses <c>name</c>, <c>status</c>, <c>top</c> and <c>continuation</c>.</summary>
    /// <param name="query">The address's parameters.</param>
    /// <param name="fields">Those of them that the list has.</param>
    public static ParseResult<RunListQuery> Parse(IQueryCollection query, IReadOnlyList<string> fields)
    {
        if (QueryFields.FindFault(query, fields) is { } fault)
        {
            return fault;
        }

        var status = One(query, "status");
        if (status is not null && !RunMapper.StatusNames.ContainsKey(status))
        {
            return ApiProblem.InvalidRequest(("status", $"status must be one of {string.Join(", ", RunMapper.StatusNames.Keys)}."));
        }

        var top = DefaultTop;
        if (One(query, "top") is { } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out top) || top is < 1 or > MaxTop))
        {
            return ApiProblem.InvalidRequest(("top", $"top must be a whole number from 1 to {MaxTop}."));
        }

        var given = One(query, "continuation");
        var continuation = given is null ? null : ContinuationToken.Unwrap(given);
        return given is not null && continuation is null
            ? ApiProblem.InvalidRequest(("continuation", "continuation must be the one that is in the list's 'next', as it stands there."))
            : new RunListQuery(One(query, "name"), status is null ? null : RunMapper.StatusNames[status], top, continuation);
    }

    /// <summary>Path and query of the page that begins at the continuation.</summary>
    public string NextPage(HttpRequest request, string continuation)
    {
        var query = new QueryString()
            .Add("top", Top.ToString(CultureInfo.InvariantCulture))
            .Add("continuation", ContinuationToken.Wrap(continuation));
        query = Name is null ? query : query.Add("name", Name);
        query = Status is null ? query : query.Add("status", One(request.Query, "status")!);
        return request.PathBase.Add(request.Path) + query.ToUriComponent();
    }

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value, ..] ? value : null;
}
