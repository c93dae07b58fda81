using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Parses a case's id, be it in a route or in a body.</summary>
internal static class CaseIdParser
{
    /// <summary>The field and the route parameter.</summary>
    public const string Field = "caseId";

    public static ParseResult<CaseId> Parse(string routeValue) =>
        long.TryParse(routeValue, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Positive(id) : Invalid();

    public static ParseResult<CaseId> Parse(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var id) ? Positive(id) : Invalid();

    private static ParseResult<CaseId> Positive(long id) => id > 0 ? new CaseId(id) : Invalid();

    private static ParseResult<CaseId> Invalid() =>
        ApiProblem.InvalidRequest((Field, $"{Field} must be a positive whole number, such as 84920."));
}
