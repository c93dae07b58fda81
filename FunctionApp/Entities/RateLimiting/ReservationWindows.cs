using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>
/// What a <see cref="SharedRateLimiter"/> keeps: its windows, from the present one on, what is reserved in each, however many runs wait,
/// and where they are in time, as runs that were rejected tell it.
/// </summary>
public sealed class ReservationWindows
{
    private const int MaxGap = 1000;

    private static readonly TimeSpan MinMargin = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxMargin = TimeSpan.FromMilliseconds(500);

    // By how much a told reset may be rounded up.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>When the first of the <see cref="Windows"/> opens, or opened.</summary>
    [JsonPropertyName("firstWindowStartsAt")]
    public DateTimeOffset FirstWindowStartsAt { get; set; }

    /// <summary>Calls in a window; 0 until the first run reserves.</summary>
    [JsonPropertyName("limit")]
    public int Limit { get; set; }

    /// <summary>The length of a window; nothing until the first run reserves.</summary>
    [JsonPropertyName("windowLength")]
    public TimeSpan WindowLength { get; set; }

    /// <summary>How often in a row nobody could tell when the window ends.</summary>
    [JsonPropertyName("unknownResets")]
    public int UnknownResets { get; set; }

    /// <summary>Until when those wait to whom nobody could tell it.</summary>
    [JsonPropertyName("pauseEndsAt")]
    public DateTimeOffset PauseEndsAt { get; set; }

    /// <summary>What was learned of the windows of a server that does not tell when they end; null if it tells.</summary>
    [JsonPropertyName("learned")]
    public LearnedWindow? Learned { get; set; }

    /// <summary>When it was last looked for runs that ended without telling.</summary>
    [JsonPropertyName("checkedAt")]
    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>What is reserved, window by window.</summary>
    [JsonPropertyName("windows")]
    public IList<ReservationWindow> Windows { get; init; } = [];

    // From window to window: each is called a margin after the one before it has ended.
    private TimeSpan Period => WindowLength + Margin(WindowLength);

    // How long after its told reset a window is called: for the way of the headers, their rounding, and clocks of several hosts. A small
    // part of the window, so that windows in a row lose next to nothing.
    internal static TimeSpan Margin(TimeSpan windowLength)
    {
        var margin = windowLength / 250;
        return margin < MinMargin ? MinMargin : margin > MaxMargin ? MaxMargin : margin;
    }

    internal DateTimeOffset OpensAt(int window) => FirstWindowStartsAt + (Period * window);

    // Nothing is reserved in a window that is not among the stored ones yet.
    internal ReservationWindow WindowAt(int window) => window < Windows.Count ? Windows[window] : new();

    internal void AddWindows(int atLeast)
    {
        while (Windows.Count < atLeast)
        {
            Windows.Add(new());
        }
    }

    // Takes in what a rejected call was told, and tells what is known of it by all.
    internal RateLimitRejection Observe(RateLimitRejection told, DateTimeOffset now)
    {
        var rejection = Learn(told, now);
        AdoptLimits(rejection, now);
        DropPastWindows(now);
        UnknownResets = rejection.RetryAt > now ? 0 : UnknownResets;
        return rejection;
    }

    // The first window is where calls may be next: the present window if it is only reserved for others, else the next.
    internal void MoveFirstWindow(RateLimitRejection told, DateTimeOffset now)
    {
        if (told.RetryAt is not { } retryAt)
        {
            return;
        }

        var next = (retryAt > now ? retryAt : now) + Margin(WindowLength);
        if (told.ReservedForOthers && Windows.Count > 0 && FirstWindowStartsAt <= now)
        {
            var present = next - Period;
            FirstWindowStartsAt = (present - FirstWindowStartsAt).Duration() < Period / 2 ? present : FirstWindowStartsAt;
            return;
        }

        var windows = (int)Math.Clamp(Math.Round((next - FirstWindowStartsAt) / Period), -MaxGap, Windows.Count);
        RemoveFirst(windows);
        for (var i = windows; i < 0 && Windows.Count > 0; i++)
        {
            Windows.Insert(0, new());
        }

        FirstWindowStartsAt = next;
    }

    // Nobody tells when the window ends: wait longer each time, but all for the same moment.
    internal DateTimeOffset BackOff(DateTimeOffset now)
    {
        if (PauseEndsAt <= now)
        {
            PauseEndsAt = now + RateLimitTracker.Pause(UnknownResets);
            UnknownResets++;
        }

        return PauseEndsAt;
    }

    // Another process may have seen more of the windows than the one whose call was rejected.
    private RateLimitRejection Learn(RateLimitRejection told, DateTimeOffset now)
    {
        if (told.Learned is not { } learned)
        {
            return told;
        }

        Learned = Learned?.Merge(learned) ?? learned;
        return told.IsPause && Learned.EndsAt(now) is { } end
            ? told with { RetryAt = end, IsPause = false, Window = Learned.AtMost }
            : told;
    }

    private void AdoptLimits(RateLimitRejection told, DateTimeOffset now)
    {
        var usual = UsualQuota(told.Scope);
        Limit = told.Limit is > 0 ? told.Limit.Value : Limit > 0 ? Limit : usual.Limit;
        WindowLength = told.Window > TimeSpan.Zero ? told.Window.Value : WindowLength > TimeSpan.Zero ? WindowLength : usual.Window;

        // A window that is still open for longer than a window lasts proves that windows are longer.
        if (told.RetryAt is { } retryAt && retryAt - now > WindowLength + Rounding)
        {
            WindowLength = retryAt - now;
        }
    }

    // FuseDesk's and Truto's as documented; of a model, a cautious guess.
    private static (int Limit, TimeSpan Window) UsualQuota(RateLimitScope scope) => scope switch
    {
        RateLimitScope.Truto => (50, TimeSpan.FromSeconds(10)),
        RateLimitScope.Model => (60, TimeSpan.FromMinutes(1)),
        _ => (1800, TimeSpan.FromHours(1)),
    };

    private void DropPastWindows(DateTimeOffset now)
    {
        var past = (int)Math.Min(Windows.Count, Math.Max(0, Math.Floor((now - FirstWindowStartsAt) / Period)));
        RemoveFirst(past);
        FirstWindowStartsAt += Period * past;
    }

    private void RemoveFirst(int windows)
    {
        for (var i = 0; i < windows; i++)
        {
            Windows.RemoveAt(0);
        }
    }
}
