using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Settings;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>
/// What a <see cref="SharedRateLimiter"/> keeps: its windows, from the present one on, where the account's are, and what is reserved in
/// each, however many runs wait.
/// </summary>
public sealed partial class ReservationWindows
{
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

    private List<string> Check(List<string> ahead, DateTimeOffset now)
    {
        if (ahead.Count == 0 || now < CheckedAt + CheckInterval)
        {
            return [];
        }

        CheckedAt = now;
        return [.. ahead.Take(MaxChecked)];
    }
}
