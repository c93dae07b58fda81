using FuseDeskFlows.RateLimiting.Headers;

namespace FuseDeskFlows.Language.Models;

/// <summary>What a model's 429 tells: when to ask again, and how many requests there will be then.</summary>
internal sealed record ModelRateLimitRejection
{
    /// <summary>How long to wait; null if no header tells.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How many requests there are in a <see cref="Window"/>, where that is not the limit that the headers tell.</summary>
    public int? Limit { get; init; }

    /// <summary>In what time there are so many.</summary>
    public TimeSpan? Window { get; init; }

    public static ModelRateLimitRejection FromHeaders(RateLimitHeaders headers)
    {
        // Two quotas, and only what remains tells which is exhausted. If it is the tokens, the requests made since they were whole did it.
        var (requests, tokens) = (Later(headers.Reset), Later(headers.TokensReset));
        var (limit, whole) = headers switch
        {
            { Limit: { } all, Remaining: > 0 and var left } => (Math.Max(1, all - left), tokens ?? requests),
            { Remaining: > 0 } => (null, tokens ?? requests),
            { Remaining: 0 } => (headers.Limit, requests ?? tokens),
            _ => (headers.Limit, requests > tokens ? requests : tokens ?? requests),
        };
        var retryAfter = headers.RetryAfter ?? whole;
        if (limit is null || whole is null)
        {
            return new() { RetryAfter = retryAfter };
        }

        // Whoever may come back much earlier than all requests do is told of a quota that fills bit by bit: so much of it is there by then.
        return retryAfter < whole / 2
            ? new()
            {
                RetryAfter = retryAfter,
                Limit = Math.Max(1, (int)(limit.Value * (retryAfter.Value / whole.Value))),
                Window = retryAfter,
            }
            : headers.Remaining > 0 ? new() { RetryAfter = retryAfter, Limit = limit, Window = whole } : new() { RetryAfter = retryAfter };
    }

    // "Now" beside a rejection tells nothing: at once would spend another call on the same rejection.
    private static TimeSpan? Later(TimeSpan? reset) => reset > TimeSpan.Zero ? reset : null;
}
