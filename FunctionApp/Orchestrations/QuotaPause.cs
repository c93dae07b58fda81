using FuseDeskFlows.Truto;

namespace FuseDeskFlows.Orchestrations;

/// <summary>Until when to wait after a tool said that a quota is used up.</summary>
internal static class QuotaPause
{
    /// <summary>Resets are told in whole seconds, so the window may end up to this much later than the header says.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    /// <summary>The shortest wait for a first refusal; it doubles with each further one, so that a wrong reset cannot make a run busy.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait where no header tells the reset.</summary>
    public static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestFloor = TimeSpan.FromMinutes(1);

    /// <summary>Computes the end of the wait.</summary>
    /// <param name="limit">What the tool said.</param>
    /// <param name="refusals">How often this call was refused in a row before, from 0.</param>
    /// <param name="now">The orchestration's time.</param>
    /// <param name="random">A replay-safe random id.</param>
    /// <returns>
    /// The reset plus a margin, where it is known. Else an exponential backoff: before the n-th repetition (from 0) between one half and the whole
    /// of 2 s * 2^n, and never more than five minutes.
    /// </returns>
    public static DateTimeOffset Until(RateLimit limit, int refusals, DateTimeOffset now, Guid random)
    {
        if (limit.RetryAt is { } retryAt)
        {
            var floor = now + Doubled(Shortest, refusals, LongestFloor);
            return retryAt + Margin > floor ? retryAt + Margin : floor;
        }

        var fraction = BitConverter.ToUInt32(random.ToByteArray()) / (uint.MaxValue + 1.0);
        return now + (Doubled(FirstBackoff, refusals, LongestBackoff) * (0.5 + (0.5 * fraction)));
    }

    private static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest)
    {
        var doubled = first * Math.Pow(2, Math.Min(times, 30));
        return doubled < longest ? doubled : longest;
    }
}
