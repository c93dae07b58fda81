using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Entities;

/// <summary>
/// What a run had found before it failed: a failed run has no output, and a custom status is too small for a report. One entity a run, whose
/// id is the key.
/// </summary>
public sealed class KeptReport : TaskEntity<JsonElement>
{
    /// <summary>Keeps a report.</summary>
    /// <param name="report">The report.</param>
    public void Keep(JsonElement report) => State = report;

    /// <summary>Carries out what runs ask.</summary>
    /// <param name="dispatcher">Brings their operations.</param>
    /// <returns>A task that ends when all are done.</returns>
    [Function(nameof(KeptReport))]
    public Task RunEntityAsync([EntityTrigger] TaskEntityDispatcher dispatcher)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        return dispatcher.DispatchAsync(this);
    }
}
