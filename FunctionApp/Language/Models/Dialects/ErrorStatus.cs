using System.Globalization;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>Tells which HTTP status an error stands for that came with status 200.</summary>
internal static class ErrorStatus
{
    private static readonly string[] Numbers = ["code", "status", "status_code"];
    private static readonly string[] Names = ["code", "type", "status"];

    private static readonly (string Word, int Status)[] Words =
    [
        ("rate_limit", 429), ("ratelimit", 429), ("rate limit", 429), ("too_many_requests", 429), ("too many requests", 429),
        ("throttl", 429), ("resource_exhausted", 429), ("resourceexhausted", 429), ("insufficient_quota", 429), ("quota", 429),
        ("invalid_api_key", 401), ("incorrect api key", 401), ("authentication", 401), ("unauthorized", 401), ("permission", 403),
        ("model_not_found", 404), ("notfounderror", 404), ("context_length", 400), ("invalid_request", 400), ("badrequest", 400),
    ];

    public static int Of(JsonObject error)
    {
        var inner = error["error"] as JsonObject ?? error;
        foreach (var name in Numbers)
        {
            if (int.TryParse((inner[name] as JsonValue)?.ToString(), CultureInfo.InvariantCulture, out var number)
                && number is >= 400 and < 600)
            {
                return number;
            }
        }

        // What it calls itself says more than its text, which may quote anything.
        return Find([.. Names.Select(name => (inner[name] as JsonValue)?.ToString() ?? "")])
            ?? Find([(inner["message"] as JsonValue ?? error["error"] as JsonValue)?.ToString() ?? ""])
            ?? 500;
    }

    private static int? Find(string[] texts)
    {
        foreach (var (word, status) in Words)
        {
            if (Array.Exists(texts, text => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return status;
            }
        }

        return null;
    }
}
