using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>
/// Reserves calls for each run that was rejected: at most a window's limit in each window, less the headroom that background runs leave.
/// One entity for each quota: its key is the account's id and the quota's scope, or a model's address and name.
/// </summary>
/// <param name="options">Headroom and longest wait.</param>
/// <param name="time">Tells which window is the present one.</param>
public sealed class SharedRateLimiter(IOptions<RateLimitOptions> options, TimeProvider time) : TaskEntity<ReservationWindows>
{
    /// <summary>The entity's name, as it is stored in the ids of its instances.</summary>
    public const string Name = "SharedRateLimiter";

    /// <summary>The stored name of <see cref="Reserve"/>.</summary>
    public const string ReserveOperation = "Reserve";

    // A run may be late for a pause's end by as much as its host is busy or down.
    private static readonly TimeSpan PauseGrace = TimeSpan.FromMinutes(10);

    // Runs that ended without telling are looked for this often, so many at a time.
    private static readonly TimeSpan CheckInterval = TimeSpan.FromMinutes(1);
    private const int MaxChecked = 5;

    /// <summary>Reserves calls in the first window that has enough, or tells that it opens too late.</summary>
    /// <param name="request">What the run was told and needs.</param>
    /// <returns>The reservation.</returns>
    public Reservation Reserve(ReservationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = time.GetUtcNow();
        var rejection = State.Observe(request.Rejection, now);
        if (rejection.IsPause || (rejection.RetryAt is null && !(rejection.ReservedForOthers && State.Windows.Count > 0)))
        {
            GiveBack(request, now);
            return Within(request, now, Pause(request, rejection.RetryAt ?? State.BackOff(now)));
        }

        State.MoveFirstWindow(rejection, now);
        GiveBack(request, now);
        var kept = request.Background ? RateLimitOptions.HeadroomPermits(State.Limit, options.Value.HeadroomOf(request.Flow)) : 0;
        var index = FirstWithPermits(request, kept);
        var window = State.WindowAt(index);
        var opensAt = State.OpensAt(index);
        var startsAt = opensAt + StaggerWithin(window, request.Run);
        var ahead = State.Windows.Take(index + 1)
            .Where((_, i) => State.OpensAt(i) > now)
            .SelectMany(before => before.Runs)
            .ToList();
        var reservation = Within(request, now, new()
        {
            Scope = rejection.Scope,
            StartsAt = startsAt > now ? startsAt : now,
            ExpiresAt = opensAt + State.WindowLength,
            WaitersFirstUntil = opensAt + (State.WindowLength / 2),
            Permits = Math.Min(Math.Max(1, request.Permits), window.FreePermits(State.Limit, kept, request.Background)),
            WaitersAhead = ahead.Count,
            MayHaveEnded = Check(ahead, now),
            Learned = State.Learned,
        });
        if (reservation.OutOfQuota is null)
        {
            State.AddWindows(index + 1);
            State.Windows[index].Add(request.Run, reservation.Permits, request.Background);
        }

        return reservation;
    }

    /// <summary>Carries out the operations that runs call.</summary>
    /// <param name="dispatcher">Brings them.</param>
    /// <returns>A task that ends when all are answered.</returns>
    [Function(Name)]
    public Task RunEntityAsync([EntityTrigger] TaskEntityDispatcher dispatcher)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        return dispatcher.DispatchAsync(this);
    }

    // What is reserved for the run itself in windows to come was a place that it does not need any more, and what it has left in a present
    // one it will not use.
    private void GiveBack(ReservationRequest request, DateTimeOffset now)
    {
        for (var i = 0; i < State.Windows.Count; i++)
        {
            var isToCome = State.OpensAt(i) > now;
            State.Windows[i].GiveBack(request.Run, isToCome ? int.MaxValue : request.Unspent);
            foreach (var ended in request.Ended.Where(_ => isToCome))
            {
                State.Windows[i].GiveBack(ended);
            }
        }
    }

    private int FirstWithPermits(ReservationRequest request, int kept)
    {
        // A few calls are wanted together, so that the run need not wait between them; many take what is there.
        var capacity = Math.Max(1, State.Limit - kept);
        var atLeast = request.Permits <= capacity / 10 ? Math.Max(1, request.Permits) : 1;
        var index = 0;
        while (State.WindowAt(index).FreePermits(State.Limit, kept, request.Background) < atLeast)
        {
            index++;
        }

        return index;
    }

    // All reservations of a window start in its first tenth, evenly: nobody stampedes, and nobody is late for it. A run does not wait for
    // itself.
    private TimeSpan StaggerWithin(ReservationWindow window, string run) =>
        State.WindowLength / 10 * Math.Min(1, window.PermitsOfOthers(run) / (double)State.Limit);

    // A pause is known to be one, and nothing of a window.
    private Reservation Pause(ReservationRequest request, DateTimeOffset until) => new()
    {
        Scope = request.Rejection.Scope,
        StartsAt = until,
        ExpiresAt = until + PauseGrace,
        Permits = Math.Clamp(request.Permits, 1, State.Limit),
        Learned = State.Learned,
    };

    private List<string> Check(List<string> ahead, DateTimeOffset now)
    {
        if (ahead.Count == 0 || now < State.CheckedAt + CheckInterval)
        {
            return [];
        }

        State.CheckedAt = now;
        return [.. ahead.Take(MaxChecked)];
    }

    private Reservation Within(ReservationRequest request, DateTimeOffset now, Reservation reservation)
    {
        var maxWait = options.Value.MaxWaitOf(request.Flow);
        maxWait = request.MaxWait < maxWait ? request.MaxWait.Value : maxWait;
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
}
