using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>
/// A ledger's state: for each window from the present one on, how many calls are promised and to how many runs. It grows with the windows that
/// are promised, three small numbers each, not with the runs, and forgets windows that are over.
/// </summary>
public sealed class SharedRateLimiterState
{
    /// <summary>When the first window in the lists opens, or opened.</summary>
    [JsonPropertyName("opensAt")]
    public DateTimeOffset OpensAt { get; set; }

    /// <summary>Calls in a window; 0 until the first run asks.</summary>
    [JsonPropertyName("limit")]
    public int Limit { get; set; }

    /// <summary>The length of a window; nothing until the first run asks.</summary>
    [JsonPropertyName("length")]
    public TimeSpan Length { get; set; }

    /// <summary>How often in a row nobody could tell when the window ends.</summary>
    [JsonPropertyName("blind")]
    public int Blind { get; set; }

    /// <summary>Calls promised to batch runs, by window.</summary>
    [JsonPropertyName("batch")]
    public IList<int> Batch { get; init; } = [];

    /// <summary>Calls promised to interactive runs, by window.</summary>
    [JsonPropertyName("interactive")]
    public IList<int> Interactive { get; init; } = [];

    /// <summary>Runs that were promised calls, by window.</summary>
    [JsonPropertyName("runs")]
    public IList<int> Runs { get; init; } = [];

    /// <summary>From window to window: each is called a margin after the one before it has ended.</summary>
    internal TimeSpan Period => Length + QuotaShare.Margin(Length);

    /// <summary>Gives a turn, or tells that it would come too late.</summary>
    /// <param name="ask">What the run was told and needs.</param>
    /// <param name="terms">What the settings say.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The turn.</returns>
    internal Reservation Ask(ReservationRequest ask, QuotaTerms terms, DateTimeOffset now)
    {
        ReservationWindows.Align(this, ask, now);

        var headroom = ask.Batch ? QuotaShare.Headroom(Limit, terms.Headroom) : 0;
        var window = FirstWithRoom(ask, headroom);
        var calls = Math.Min(Math.Max(1, ask.Calls), Room(window, ask.Batch, headroom));
        var opens = OpensAt + (Period * window);
        var at = opens + Spread(window);
        var grant = new Reservation
        {
            At = at > now ? at : now,
            Calls = calls,
            Until = opens + Length,
            QueueUntil = opens + (Length / 2),
            Ahead = Ahead(window, now),
            MaxWait = ask.MaxWait < terms.MaxWait ? ask.MaxWait.Value : terms.MaxWait,
        };
        if (ask.Waited + (grant.At - now) > grant.MaxWait)
        {
            return grant with { Calls = 0 };
        }

        Promise(window, calls, ask.Batch);
        return grant;
    }

    /// <summary>Forgets windows.</summary>
    /// <param name="windows">How many, from the first.</param>
    internal void Drop(int windows)
    {
        for (var i = 0; i < windows; i++)
        {
            Batch.RemoveAt(0);
            Interactive.RemoveAt(0);
            Runs.RemoveAt(0);
        }
    }

    /// <summary>Puts a window before the first, in which nothing is promised.</summary>
    internal void Insert()
    {
        Batch.Insert(0, 0);
        Interactive.Insert(0, 0);
        Runs.Insert(0, 0);
    }

    private int FirstWithRoom(ReservationRequest ask, int headroom)
    {
        // A few calls are wanted together, so that the run need not wait between them; many take what is there.
        var capacity = Math.Max(1, Limit - headroom);
        var atLeast = ask.Calls <= capacity / 10 ? Math.Max(1, ask.Calls) : 1;
        var window = 0;
        while (Room(window, ask.Batch, headroom) < atLeast)
        {
            window++;
        }

        return window;
    }

    private int Room(int window, bool batch, int headroom)
    {
        if (window >= Runs.Count)
        {
            return Math.Max(1, Limit - headroom);
        }

        var left = Limit - Batch[window] - Interactive[window];
        return batch ? Math.Min(left, Math.Max(1, Limit - headroom) - Batch[window]) : left;
    }

    // All turns of a window fall into its first tenth, evenly: nobody stampedes, and nobody is late for it.
    private TimeSpan Spread(int window) =>
        window < Runs.Count ? Length / 10 * Math.Min(1, (Batch[window] + Interactive[window]) / (double)Limit) : TimeSpan.Zero;

    private int Ahead(int window, DateTimeOffset now) =>
        Runs.Take(window + 1).Where((_, i) => OpensAt + (Period * i) > now).Sum();

    private void Promise(int window, int calls, bool batch)
    {
        while (Runs.Count <= window)
        {
            Batch.Add(0);
            Interactive.Add(0);
            Runs.Add(0);
        }

        (batch ? Batch : Interactive)[window] += calls;
        Runs[window]++;
    }
}
