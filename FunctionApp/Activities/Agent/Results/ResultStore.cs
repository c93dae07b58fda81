using System.Text.Json;
using FuseDeskFlows.Activities.Runs;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>
/// Keeps results where the runs are kept, each once: a call that was made and stored, and whose run never heard of it because a process
/// died, is not made again.
/// </summary>
internal static class ResultStore
{
    /// <summary>Stores a result, unless one is there already.</summary>
    public static Task SaveAsync(DurableTaskClient client, string id, StoredResult result, CancellationToken cancellationToken) =>
        IdempotentStart.StartAsync(client, StoredResultNames.Orchestration, id, result, cancellationToken);

    /// <summary>Reads a result.</summary>
    /// <returns>The result; null if there is none, or no longer.</returns>
    public static async Task<StoredResult?> LoadAsync(DurableTaskClient client, string id, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(
            id, getInputsAndOutputs: true, cancellationToken) is { SerializedInput: { } json, Name: StoredResultNames.Orchestration }
            ? JsonSerializer.Deserialize<StoredResult>(json)
            : null;
}
