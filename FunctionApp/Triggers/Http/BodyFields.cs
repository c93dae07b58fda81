using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>The fields of a request's body.</summary>
internal static class BodyFields
{
    /// <summary>Those that say something: null is as good as missing.</summary>
    public static IReadOnlyList<JsonProperty> Given(JsonElement body) =>
        [.. body.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null)];

    /// <summary>Finds fields that the request does not have: a misspelt one must not start something else.</summary>
    /// <returns>400, with every such field; null if there is none.</returns>
    public static ProblemDetails? FindUnknown(IEnumerable<JsonProperty> fields, IReadOnlyList<string> known)
    {
        var has = known.Count == 0 ? "it takes an empty object" : $"it has only {string.Join(", ", known)}";
        var unknown = fields.Where(field => !known.Contains(field.Name, StringComparer.Ordinal))
            .Select(field => (field.Name, $"'{field.Name}' is not a field of this request; {has}."))
            .ToArray();
        return unknown.Length == 0 ? null : ApiProblem.InvalidRequest(unknown);
    }
}
