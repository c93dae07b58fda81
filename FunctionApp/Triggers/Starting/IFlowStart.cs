using System.Text.Json;
using FuseDeskFlows.Triggers.Http;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Starts a flow for whoever asks, by HTTP or by another door: all check the same.</summary>
internal interface IFlowStart
{
    /// <summary>Starts a run, or finds the one that was started with the same key.</summary>
    /// <param name="body">What is asked, a JSON object.</param>
    /// <param name="key">Makes the run's id; null for a new one.</param>
    /// <returns>The run's id, or why nothing was started.</returns>
    Task<ParseResult<string>> StartAsync(JsonElement body, string? key, DurableTaskClient client, CancellationToken cancellationToken);
}
