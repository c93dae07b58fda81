using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>The provider's quota as Truto's <c>ratelimit-*</c> response headers tell it. Each part may be missing.</summary>
public sealed record RateLimitStatus
{
    // Two responses of one window disagree about its end by the rounding to whole seconds and by their time on the way.
    private static readonly TimeSpan SameWindow = TimeSpan.FromSeconds(2);

    /// <summary>Calls in one window (<c>ratelimit-limit</c>).</summary>
    [JsonPropertyName("limit")]
    public int? Limit { get; init; }

    /// <summary>Calls left in the window (<c>ratelimit-remaining</c>).</summary>
    [JsonPropertyName("remaining")]
    public int? Remaining { get; init; }

    /// <summary>When the window ends, on our clock: the response's time plus <c>ratelimit-reset</c> in seconds.</summary>
    [JsonPropertyName("resetAt")]
    public DateTimeOffset? ResetAt { get; init; }

    /// <summary>Takes in what another response told, which may have overtaken this one: only the newest window counts.</summary>
    internal RateLimitStatus Merge(RateLimitStatus seen, DateTimeOffset now)
    {
        if (ResetAt is not { } knownReset || knownReset <= now)
        {
            return seen;
        }

        if (seen.ResetAt is not { } seenReset)
        {
            return this with { Limit = Limit ?? seen.Limit, Remaining = Lower(Remaining, seen.Remaining) };
        }

        if (seenReset < knownReset - SameWindow)
        {
            return this; // it was long on the way: its window is over
        }

        if (seenReset > knownReset + SameWindow)
        {
            // While nothing remains nothing is sent: this one was under way before, and its late arrival only feigns a later window.
            return Remaining == 0 && seen.Remaining > 0 ? this : seen;
        }

        // Within a window the count only falls, so the lower one is the later word, whatever the order of arrival. Resets are rounded up to
        // whole seconds, so the earliest is the nearest to the truth.
        return new()
        {
            Limit = seen.Limit ?? Limit,
            Remaining = Lower(Remaining, seen.Remaining),
            ResetAt = seenReset < knownReset ? seenReset : knownReset,
        };
    }

    private static int? Lower(int? one, int? other) => one is null || other < one ? other ?? one : one;
}
