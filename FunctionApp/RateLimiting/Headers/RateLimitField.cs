using System.Globalization;

namespace FuseDeskFlows.RateLimiting.Headers;

/// <summary>
/// The IETF's header fields <c>RateLimit</c> and <c>RateLimit-Policy</c>: <c>"default";r=0;t=30</c> with <c>"default";q=1800;w=3600</c>, or
/// as older drafts had it <c>limit=1800, remaining=0, reset=30</c> with <c>1800;w=3600</c>.
/// </summary>
internal sealed record RateLimitField(double? Limit, double? Remaining, double? Reset, double? Window)
{
    // Of several quotas the one counts that has the least left, and of two that are used up the one that comes back last.
    public static RateLimitField Parse(string? field, string? policy)
    {
        var items = Items(field);
        var old = items.Where(item => item.Name.Length == 0)
            .SelectMany(item => item.Values.Select(pair => (pair.Key, Value: pair.First())))
            .ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        var policies = Items(policy);
        if (old.Contains("remaining") || old.Contains("limit"))
        {
            var limit = Of(old, "limit");
            var own = policies.Find(item => Number(item.Name) == limit);
            return new(limit, Of(old, "remaining"), Of(old, "reset"), Of((own ?? policies.FirstOrDefault())?.Values, "w"));
        }

        var quotas = items.Where(item => Of(item.Values, "r") is not null).ToList();
        if (quotas.Count == 0)
        {
            return policies.Count == 1 ? new(LimitOf(policies[0]), null, null, Of(policies[0].Values, "w")) : new(null, null, null, null);
        }

        var least = quotas.OrderBy(item => Of(item.Values, "r")).ThenByDescending(item => Of(item.Values, "t")).First();
        var its = policies.Find(item => string.Equals(item.Name, least.Name, StringComparison.Ordinal));
        return new(its is null ? null : LimitOf(its), Of(least.Values, "r"), Of(least.Values, "t"), Of(its?.Values, "w"));
    }

    /// <summary>The window that a limit may name beside itself, as in <c>1800, 1800;w=3600</c>.</summary>
    public static double? WindowOf(string? limit)
    {
        var items = Items(limit);
        var first = items.FirstOrDefault()?.Name;
        return Of(
            items.Find(item => string.Equals(item.Name, first, StringComparison.Ordinal) && Of(item.Values, "w") is not null)?.Values, "w");
    }

    private static double? LimitOf(Item policy) => Of(policy.Values, "q") ?? Number(policy.Name);

    // A list of names with parameters; an item without a name is one of the older drafts' pairs.
    private static List<Item> Items(string? text) =>
    [
        .. Split(text, ',').Select(member =>
        {
            var parts = Split(member, ';');
            var name = parts.Count > 0 && !parts[0].Contains('=') ? parts[0] : "";
            var pairs = parts.Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2);
            return new Item(
                name.Trim('"'),
                pairs.Select(pair => (Key: pair[0].Trim().ToUpperInvariant(), Value: Number(pair[1])))
                    .Where(pair => pair.Value is not null)
                    .ToLookup(pair => pair.Key, pair => pair.Value!.Value, StringComparer.OrdinalIgnoreCase));
        }),
    ];

    // Nothing is separated within quotation marks.
    private static List<string> Split(string? text, char separator)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= (text?.Length ?? -1); i++)
        {
            quoted ^= i < text!.Length && text[i] == '"';
            if (i == text.Length || (text[i] == separator && !quoted))
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        return parts;
    }

    private static double? Of(ILookup<string, double>? values, string name) =>
        values is not null && values.Contains(name) ? values[name].First() : null;

    private static double? Number(string? text) =>
        double.TryParse(text?.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    private sealed record Item(string Name, ILookup<string, double> Values);
}
