using System.Globalization;
using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Audit;

/// <summary>Which audits a caller wants to see.</summary>
/// <param name="Department">Only of this department; null for all.</param>
/// <param name="From">Only those checked at this moment or later.</param>
/// <param name="To">Only those checked before this moment.</param>
internal sealed record AuditQuery(string? Department, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Parses <c>department</c>, <c>from</c> and <c>to</c>.</summary>
    public static ParseResult<AuditQuery> Parse(IQueryCollection query)
    {
        if (QueryFields.FindFault(query, ["department", "from", "to"]) is { } fault)
        {
            return fault;
        }

        var department = query["department"] is [{ Length: > 0 } name, ..] ? name : null;
        foreach (var field in new[] { "from", "to" })
        {
            if (query[field].Count > 0 && Timestamp(query, field) is null)
            {
                return ApiProblem.InvalidRequest(
                    (field, $"{field} must be a moment such as 2026-03-02T09:00:00Z; a '+' of a zone is written %2B in an address."));
            }
        }

        var (from, to) = (Timestamp(query, "from"), Timestamp(query, "to"));
        return from > to ? ApiProblem.InvalidRequest(("to", "to must not lie before from.")) : new AuditQuery(department, from, to);
    }

    /// <summary>Tells whether an audit lies in the time that was asked for.</summary>
    public bool Matches(AuditIndexEntry entry) => !(entry.CheckedAt < From) && !(entry.CheckedAt >= To);

    private static DateTimeOffset? Timestamp(IQueryCollection query, string field) =>
        DateTimeOffset.TryParse(query[field].ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
