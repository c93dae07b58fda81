using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>
/// What is known of the windows of a server that tells only what remains: where that jumps up, a new one began. A window's length lies
/// between how long one was seen to last and how long it took to see the next; each window makes that narrower.
/// </summary>
public sealed record LearnedWindow
{
    // Bounds this much apart tell too little: between them nobody called, perhaps for days.
    private const int MaxSpread = 4;
    private static readonly TimeSpan MinSpread = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MaxLength = TimeSpan.FromDays(31);

    // Bounds this near, as a part of the length, are near enough: no more calls are spent on finding out.
    private const int Enough = 50;

    /// <summary>The present window began after this; null if its beginning was not seen.</summary>
    [JsonPropertyName("openedAfter")]
    public DateTimeOffset? OpenedAfter { get; init; }

    /// <summary>The present window had begun by then; null if its beginning was not seen.</summary>
    [JsonPropertyName("openedBy")]
    public DateTimeOffset? OpenedBy { get; init; }

    /// <summary>When the last call was sent that the present window counted.</summary>
    [JsonPropertyName("seenAt")]
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The least that was told to remain in the present window.</summary>
    [JsonPropertyName("remaining")]
    public int Remaining { get; init; }

    /// <summary>When that was told.</summary>
    [JsonPropertyName("leastAt")]
    public DateTimeOffset LeastAt { get; init; }

    /// <summary>Windows are longer than this.</summary>
    [JsonPropertyName("atLeast")]
    public TimeSpan AtLeast { get; init; }

    /// <summary>Windows are no longer than this; null if nothing tells.</summary>
    [JsonPropertyName("atMost")]
    public TimeSpan? AtMost { get; init; }

    /// <summary>Begins with the first answer, whose window opened with it if nothing else is missing in it.</summary>
    internal static LearnedWindow FromFirst(DateTimeOffset sent, DateTimeOffset arrived, int remaining, int? limit, bool isRefused = false)
    {
        var opens = !isRefused && remaining >= limit - 1;
        return new()
        {
            OpenedAfter = opens ? sent : null,
            OpenedBy = opens ? arrived : null,
            SeenAt = sent,
            Remaining = remaining,
            LeastAt = arrived,
        };
    }

    /// <summary>
    /// Takes in what remains by a later answer. One that is no refusal although nothing remained shows a new window, too.
    /// </summary>
    internal LearnedWindow With(DateTimeOffset sent, DateTimeOffset arrived, int remaining, bool isRefused = false)
    {
        // Answers overtake each other: more remains only if that was told to a call that was sent after less was told.
        if ((remaining > Remaining || (Remaining == 0 && !isRefused)) && sent > LeastAt)
        {
            return Measure(arrived) with
            {
                OpenedAfter = SeenAt,
                OpenedBy = arrived,
                SeenAt = sent,
                Remaining = remaining,
                LeastAt = arrived,
            };
        }

        return this with
        {
            SeenAt = sent > SeenAt ? sent : SeenAt,
            Remaining = Math.Min(remaining, Remaining),
            LeastAt = remaining < Remaining ? arrived : LeastAt,
        };
    }

    /// <summary>Takes over what another process learned.</summary>
    internal LearnedWindow Merge(LearnedWindow other)
    {
        var newer = other.SeenAt > SeenAt ? other : this;
        var opened = newer.OpenedBy is null ? newer == this ? other : this : newer;
        var isSameWindow = opened.OpenedBy + (other.AtMost ?? AtMost) > newer.SeenAt;
        var merged = newer with
        {
            OpenedAfter = isSameWindow ? opened.OpenedAfter : newer.OpenedAfter,
            OpenedBy = isSameWindow ? opened.OpenedBy : newer.OpenedBy,
            AtLeast = AtLeast > other.AtLeast ? AtLeast : other.AtLeast,
            AtMost = AtMost < other.AtMost ? AtMost : other.AtMost ?? AtMost,
        };
        return merged.AtMost <= merged.AtLeast ? merged with { AtLeast = newer.AtLeast, AtMost = newer.AtMost } : merged;
    }

    /// <summary>
    /// When to try whether the present window has ended: between the bounds at first, which narrows them, and then when it must have ended.
    /// Null if that is unknown, or was wrong.
    /// </summary>
    internal DateTimeOffset? EndsAt(DateTimeOffset now)
    {
        if (OpenedBy is not { } openedBy || AtMost is not { } atMost || atMost > MaxLength || atMost > (AtLeast * MaxSpread) + MinSpread)
        {
            return null;
        }

        var latest = openedBy + atMost;
        var earliest = OpenedAfter!.Value + AtLeast;
        var between = earliest + ((latest - earliest) / 2);
        var next = latest - earliest > atMost / Enough && between > SeenAt && between > now ? between : latest;
        return next > now ? next : null;
    }

    private LearnedWindow Measure(DateTimeOffset nextOpenedBy)
    {
        if (OpenedBy is not { } openedBy)
        {
            return this;
        }

        var lasted = SeenAt > openedBy ? SeenAt - openedBy : TimeSpan.Zero;
        var took = nextOpenedBy - OpenedAfter!.Value;
        var (atLeast, atMost) = (lasted > AtLeast ? lasted : AtLeast, took < AtMost ? took : AtMost ?? took);

        // Windows that others used, or that changed: the last one is right.
        return atLeast < atMost ? this with { AtLeast = atLeast, AtMost = atMost } : this with { AtLeast = lasted, AtMost = took };
    }
}
