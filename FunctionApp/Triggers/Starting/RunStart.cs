using System.Text.Json;
using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Starts runs, each once however often it is asked for.</summary>
internal static class RunStart
{
    /// <summary>Starts a run under an id of its own.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="id">The new id.</param>
    /// <param name="input">The input.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>When it is stored.</returns>
    public static Task NewAsync(DurableTaskClient client, TaskName flow, string id, object input, CancellationToken cancellationToken) =>
        client.ScheduleNewOrchestrationInstanceAsync(flow, input, new StartOrchestrationOptions(id), cancellationToken);

    /// <summary>Starts a run unless one with this id exists.</summary>
    /// <typeparam name="TInput">The flow's input, compared by value.</typeparam>
    /// <param name="client">The durable client.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="id">The id that belongs to the caller's key.</param>
    /// <param name="input">The input.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Null if the run, new or old, is the one that was asked for; else a problem.</returns>
    public static async Task<ProblemDetails?> OnceAsync<TInput>(
        DurableTaskClient client, TaskName flow, string id, TInput input, CancellationToken cancellationToken)
        where TInput : class, IEquatable<TInput>
    {
        var start = await IdempotentStart.StartAsync(client, flow, id, input, cancellationToken);
        return start.Started || (start.Existing?.SerializedInput is { } json && input.Equals(JsonSerializer.Deserialize<TInput>(json)))
            ? null
            : ApiProblem.IdempotencyKeyReused();
    }
}
