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

    /// <summary>Reserves calls in the first window that has enough, or tells that it opens too late.</summary>
    /// <param name="request">What the run was told and needs.</param>
    /// <returns>The reservation.</returns>
    public Reservation Reserve(ReservationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var settings = options.Value;
        return State.Reserve(request, settings.HeadroomOf(request.Flow), settings.MaxWaitOf(request.Flow), time.GetUtcNow());
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
}
