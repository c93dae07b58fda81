using System.Text.Json;
using FuseDeskFlows.TrutoSandbox.Http;

namespace FuseDeskFlows.TrutoSandbox.Faults;

/// <summary>Reads what is posted to <c>/__sandbox/faults</c>: one fault or an array of them.</summary>
internal static class FaultParser
{
    private static readonly (string Name, string Meaning, JsonValueKind[] Kinds)[] Fields =
    [
        ("route", "route template such as GET /proxy/cases/{id}, a path such as GET /proxy/cases/84920, or *", [JsonValueKind.String]),
        ("resource", "instead of route: proxy resource such as cases", [JsonValueKind.String]),
        ("method", "with resource: list, get, create, update, delete or a custom method; every method if missing", [JsonValueKind.String]),
        ("count", "how many calls, 1 if missing", [JsonValueKind.Number]),
        ("status", "HTTP status to answer, 200 to 599", [JsonValueKind.Number]),
        ("remote", "whether an error is FuseDesk's (true, the default) or Truto's own", [JsonValueKind.True, JsonValueKind.False]),
        ("delayMs", "milliseconds to wait first", [JsonValueKind.Number]),
        ("brokenJson", "cut the answer in the middle", [JsonValueKind.True, JsonValueKind.False]),
        ("dropConnection", "close the connection without an answer", [JsonValueKind.True, JsonValueKind.False]),
        ("missingQuotaHeaders", "leave out the ratelimit-* headers", [JsonValueKind.True, JsonValueKind.False]),
        (
            "body",
            "JSON to answer",
            [
                JsonValueKind.Object, JsonValueKind.Array, JsonValueKind.String, JsonValueKind.Number,
                JsonValueKind.True, JsonValueKind.False,
            ]),
        ("headers", "object of headers to add; null removes one", [JsonValueKind.Object]),
        ("executed", "carry the call out before its answer goes wrong", [JsonValueKind.True, JsonValueKind.False]),
        ("forgotten", "with executed: do not remember the answer for the Idempotency-Key", [JsonValueKind.True, JsonValueKind.False]),
    ];

    /// <summary>What is accepted, by field.</summary>
    public static IReadOnlyDictionary<string, string> Accepted { get; } =
        Fields.ToDictionary(field => field.Name, field => field.Meaning, StringComparer.Ordinal);

    /// <summary>Reads them, or says which field is wrong and why.</summary>
    public static (IReadOnlyList<Fault> Faults, string? Field, string? Problem) Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var faults = new List<Fault>();
            foreach (var item in root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToArray() : [root])
            {
                if (Check(item) is var (field, problem) && problem is not null)
                {
                    return ([], field, problem);
                }

                faults.Add(item.Deserialize<Fault>(SandboxJson.Options)!);
            }

            return (faults, null, null);
        }
        catch (JsonException error)
        {
            return ([], error.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : "(body)", "is not valid: " + error.Message);
        }
    }

    private static (string? Field, string? Problem) Check(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ("(body)", "must be an object or an array of objects");
        }

        foreach (var property in item.EnumerateObject())
        {
            var known = Array.Find(Fields, field => string.Equals(field.Name, property.Name, StringComparison.Ordinal));
            if (known.Name is null)
            {
                return (property.Name, "is not known");
            }

            if (!known.Kinds.Contains(property.Value.ValueKind))
            {
                return (property.Name, $"must not be a JSON {property.Value.ValueKind.ToString().ToLowerInvariant()}: {known.Meaning}");
            }
        }

        if (!item.TryGetProperty("route", out _) && !item.TryGetProperty("resource", out _))
        {
            return ("route", "is missing: give route, or resource");
        }

        return CheckNumber(item, "count", 1, 1_000_000)
            ?? CheckNumber(item, "status", 200, 599)
            ?? CheckNumber(item, "delayMs", 0, 3_600_000)
            ?? (null, null);
    }

    private static (string? Field, string? Problem)? CheckNumber(JsonElement item, string name, int low, int high) =>
        !item.TryGetProperty(name, out var value) || (value.TryGetInt32(out var number) && number >= low && number <= high)
            ? null
            : (name, $"must be a whole number from {low} to {high}");
}
