using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>
/// What a <see cref="SharedRateLimiter"/> keeps: its windows, from the present one on, where the account's are, and what is reserved in
/// each, however many runs wait.
/// </summary>
public sealed class ReservationWindows
{
    private const int MaxGap = 1000;

    private static readonly TimeSpan MinMargin = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxMargin = TimeSpan.FromMilliseconds(500);

    // By how much a told reset may be rounded up.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    // A run may be late for a pause's end by as much as its host is busy or down.
    private static readonly TimeSpan PauseGrace = TimeSpan.FromMinutes(10);

    // Runs that ended without telling are looked for this often, so many at a time.
    private static readonly TimeSpan CheckInterval = TimeSpan.FromMinutes(1);
    private const int MaxChecked = 5;

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

    // Reserves calls, or tells that they would come too late: maxWait is for all waits of the run.
    internal Reservation Reserve(ReservationRequest request, double headroom, TimeSpan maxWait, DateTimeOffset now)
    {
        var rejection = Learn(request.Rejection, now);
        AdoptLimits(rejection, now);
        DropPastWindows(now);
        UnknownResets = rejection.RetryAt > now ? 0 : UnknownResets;
        var ownMax = request.MaxWait < maxWait ? request.MaxWait.Value : maxWait;
        if (rejection.IsPause || (rejection.RetryAt is null && !(rejection.ReservedForOthers && Windows.Count > 0)))
        {
            GiveBack(request, now);
            return Within(ownMax, request, now, Pause(request, rejection.RetryAt ?? BackOff(now)));
        }

        MoveFirstWindow(rejection, now);
        GiveBack(request, now);
        var kept = request.Background ? RateLimitOptions.HeadroomPermits(Limit, headroom) : 0;
        var window = FirstWithPermits(request, kept);
        var opensAt = FirstWindowStartsAt + (Period * window);
        var startsAt = opensAt + StaggerWithin(window, request.Run);
        var ahead = Windows.Take(window + 1)
            .Where((_, i) => FirstWindowStartsAt + (Period * i) > now)
            .SelectMany(before => before.Runs)
            .ToList();
        var reservation = Within(ownMax, request, now, new()
        {
            Scope = rejection.Scope,
            StartsAt = startsAt > now ? startsAt : now,
            ExpiresAt = opensAt + WindowLength,
            WaitersFirstUntil = opensAt + (WindowLength / 2),
            Permits = Math.Min(Math.Max(1, request.Permits), FreePermits(window, request.Background, kept)),
            WaitersAhead = ahead.Count,
            MayHaveEnded = Check(ahead, now),
            Learned = Learned,
        });
        if (reservation.OutOfQuota is null)
        {
            Add(window, request.Run, reservation.Permits, request.Background);
        }

        return reservation;
    }

    private static Reservation Within(TimeSpan maxWait, ReservationRequest request, DateTimeOffset now, Reservation reservation)
    {
        if (request.Waited + (reservation.StartsAt - now) <= maxWait)
        {
            return reservation;
        }

        var outOfQuota = new OutOfQuota
        {
            Scope = reservation.Scope,
            Call = request.Call,
            Until = reservation.StartsAt,
            Flow = request.Flow,
            MaxWait = maxWait,
        };
        return reservation with { Permits = 0, OutOfQuota = outOfQuota };
    }

    // A pause is known to be one, and nothing of a window.
    private Reservation Pause(ReservationRequest request, DateTimeOffset until) => new()
    {
        Scope = request.Rejection.Scope,
        StartsAt = until,
        ExpiresAt = until + PauseGrace,
        Permits = Math.Clamp(request.Permits, 1, Limit),
        Learned = Learned,
    };

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

    // What is reserved for the run itself in windows to come was a place that it does not need any more, and what it has left in a present
    // one it will not use.
    private void GiveBack(ReservationRequest request, DateTimeOffset now)
    {
        for (var i = 0; i < Windows.Count; i++)
        {
            var isToCome = FirstWindowStartsAt + (Period * i) > now;
            Windows[i].GiveBack(request.Run, isToCome ? int.MaxValue : request.Unspent);
            foreach (var ended in request.Ended.Where(_ => isToCome))
            {
                Windows[i].GiveBack(ended);
            }
        }
    }

    private List<string> Check(List<string> ahead, DateTimeOffset now)
    {
        if (ahead.Count == 0 || now < CheckedAt + CheckInterval)
        {
            return [];
        }

        CheckedAt = now;
        return [.. ahead.Take(MaxChecked)];
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

    // The first window is where calls may be next: the present window if it is only reserved for others, else the next.
    private void MoveFirstWindow(RateLimitRejection told, DateTimeOffset now)
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
    private DateTimeOffset BackOff(DateTimeOffset now)
    {
        if (PauseEndsAt <= now)
        {
            PauseEndsAt = now + RateLimitTracker.Pause(UnknownResets);
            UnknownResets++;
        }

        return PauseEndsAt;
    }

    private int FirstWithPermits(ReservationRequest request, int kept)
    {
        // A few calls are wanted together, so that the run need not wait between them; many take what is there.
        var capacity = Math.Max(1, Limit - kept);
        var atLeast = request.Permits <= capacity / 10 ? Math.Max(1, request.Permits) : 1;
        var window = 0;
        while (FreePermits(window, request.Background, kept) < atLeast)
        {
            window++;
        }

        return window;
    }

    private int FreePermits(int window, bool background, int kept)
    {
        if (window >= Windows.Count)
        {
            return Math.Max(1, Limit - kept);
        }

        var reserved = Windows[window];
        var left = Limit - reserved.Permits;
        return background ? Math.Min(left, Math.Max(1, Limit - kept) - reserved.BackgroundPermits) : left;
    }

    // All reservations of a window start in its first tenth, evenly: nobody stampedes, and nobody is late for it. A run does not wait for
    // itself.
    private TimeSpan StaggerWithin(int window, string run) => window >= Windows.Count
        ? TimeSpan.Zero
        : WindowLength / 10 * Math.Min(1, Windows[window].PermitsOfOthers(run) / (double)Limit);

    private void Add(int window, string run, int permits, bool background)
    {
        while (Windows.Count <= window)
        {
            Windows.Add(new());
        }

        Windows[window].Add(run, permits, background);
    }

    private void RemoveFirst(int windows)
    {
        for (var i = 0; i < windows; i++)
        {
            Windows.RemoveAt(0);
        }
    }
}
