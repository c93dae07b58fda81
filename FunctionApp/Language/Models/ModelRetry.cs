using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.RegularExpressions;
using FuseDeskFlows.Truto;

namespace FuseDeskFlows.Language.Models;

/// <summary>Reads from a model's 429 when to ask again.</summary>
internal static partial class ModelRetry
{
    private static readonly string[] ResetHeaders = ["x-ratelimit-reset-requests", "x-ratelimit-reset-tokens"];

    // What a header says beyond this is not believed.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Reads the headers: <c>retry-after-ms</c>, else <c>Retry-After</c>, else the later of <c>x-ratelimit-reset-*</c>.</summary>
    /// <param name="response">The response.</param>
    /// <param name="now">Our clock.</param>
    /// <returns>The limit; without a time if no header tells.</returns>
    public static RateLimit Read(PipelineResponse? response, DateTimeOffset now)
    {
        var wait = response is null ? null : Milliseconds(response) ?? Seconds(response, now) ?? Resets(response);
        return new() { Owner = RateLimitOwner.Model, RetryAt = wait is { } pause && pause <= Longest ? now + pause : null };
    }

    private static TimeSpan? Milliseconds(PipelineResponse response) =>
        response.Headers.TryGetValue("retry-after-ms", out var text) && Number(text) is { } value ? TimeSpan.FromMilliseconds(value) : null;

    private static TimeSpan? Seconds(PipelineResponse response, DateTimeOffset now)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var text))
        {
            return null;
        }

        return Number(text) is { } value
            ? TimeSpan.FromSeconds(value)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment > now ? moment - now : null;
    }

    // OpenAI tells each of its two quotas' resets like "1s", "6m0s" or "120ms"; which one is used up it does not tell.
    private static TimeSpan? Resets(PipelineResponse response)
    {
        var pauses = ResetHeaders
            .Select(header => response.Headers.TryGetValue(header, out var text) ? Duration(text) : null)
            .OfType<TimeSpan>()
            .ToList();
        return pauses.Count > 0 ? pauses.Max() : null;
    }

    private static TimeSpan? Duration(string? text)
    {
        var parts = text is { Length: > 0 and < 40 } ? Part().Matches(text) : null;
        if (parts is null || parts.Count == 0)
        {
            return null;
        }

        return TimeSpan.FromSeconds(parts.Sum(part => double.Parse(part.Groups["value"].Value, CultureInfo.InvariantCulture) * part.Groups["unit"].Value switch
        {
            "h" => 3600,
            "m" => 60,
            "ms" => 0.001,
            _ => 1,
        }));
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= Longest.TotalMilliseconds ? value : null;

    [GeneratedRegex(@"(?<value>\d{1,9}(\.\d{1,9})?)(?<unit>h|ms|m|s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
