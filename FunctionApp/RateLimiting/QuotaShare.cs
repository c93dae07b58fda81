namespace FuseDeskFlows.RateLimiting;

/// <summary>The arithmetic that the client and the ledger must agree on.</summary>
internal static class QuotaShare
{
    private static readonly TimeSpan MinMargin = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxMargin = TimeSpan.FromMilliseconds(500);

    /// <summary>How many calls of a window batch runs leave to interactive ones: rounded up, but one call always stays for the batch.</summary>
    /// <param name="limit">Calls in a window.</param>
    /// <param name="part">Which part is to be left.</param>
    /// <returns>The calls.</returns>
    public static int Headroom(int limit, double part) => Math.Max(0, Math.Min(limit - 1, (int)Math.Ceiling((limit * part) - 1e-9)));

    /// <summary>How long after its told reset a window is called: for the way of the headers, their rounding, and clocks of several hosts.</summary>
    /// <param name="window">The length of a window.</param>
    /// <returns>The margin: a small part of the window, so that windows in a row lose next to nothing.</returns>
    public static TimeSpan Margin(TimeSpan window)
    {
        var margin = window / 250;
        return margin < MinMargin ? MinMargin : margin > MaxMargin ? MaxMargin : margin;
    }
}
