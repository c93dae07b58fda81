using FuseDeskFlows.Truto.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Entities.RateLimiting;

/// <summary>
/// Gives each run that was refused its turn: at most a window's limit in each window, less the headroom that batch runs leave. One entity for
/// each quota: its key is the account's id and the quota's owner, or a model's address and name.
/// </summary>
/// <param name="options">Headroom and longest wait.</param>
/// <param name="time">The clock.</param>
public sealed class SharedRateLimiter(IOptions<TrutoOptions> options, TimeProvider time) : TaskEntity<SharedRateLimiterState>
{
    /// <summary>The entity's name, as it is stored in the ids of its instances.</summary>
    public const string Name = "SharedRateLimiter";

    /// <summary>The stored name of <see cref="Reserve"/>.</summary>
    public const string ReserveOperation = "Reserve";

    /// <summary>Gives a turn.</summary>
    /// <param name="ask">What the run was told and needs.</param>
    /// <returns>The turn.</returns>
    public Reservation Reserve(ReservationRequest ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var terms = new QuotaTerms(options.Value.HeadroomOf(ask.Flow), options.Value.MaxWaitOf(ask.Flow));
        return State.Ask(ask, terms, time.GetUtcNow());
    }

    /// <summary>Carries out what runs ask.</summary>
    /// <param name="dispatcher">Brings their operations.</param>
    /// <returns>A task that ends when all are answered.</returns>
    [Function(Name)]
    public Task RunEntityAsync([EntityTrigger] TaskEntityDispatcher dispatcher)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        return dispatcher.DispatchAsync(this);
    }
}
