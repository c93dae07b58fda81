using System.Text.Json;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Parses a case's id, be it in a route or in a body, in whatever spelling of a number.</summary>
internal static class CaseIdParser
{
    /// <summary>The field and the route parameter.</summary>
    public const string Field = "caseId";

    public static ParseResult<CaseId> Parse(string routeValue) =>
        JsonScalar.NumericId(routeValue) is { } id ? new CaseId(id) : Invalid();

    public static ParseResult<CaseId> Parse(JsonElement value) =>
        JsonScalar.NumericId(value) is { } id ? new CaseId(id) : Invalid();

    private static ParseResult<CaseId> Invalid() =>
        ApiProblem.InvalidRequest((Field, $"{Field} must be a positive whole number, such as 84920."));
}
