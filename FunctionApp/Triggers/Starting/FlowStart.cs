using System.Text.Json;
using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Triggers.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Starts flows whose input has been parsed.</summary>
internal static class FlowStart
{
    /// <summary>Starts a run, or finds the one that was started with the same key.</summary>
    /// <returns>The run's id, or why nothing was started.</returns>
    public static async Task<ParseResult<string>> StartAsync<TInput>(
        StartEndpoint<TInput> endpoint, TInput input, string? key, DurableTaskClient client, CancellationToken cancellationToken)
        where TInput : class, IEquatable<TInput>
    {
        var problem = endpoint.FindConfigurationProblem()
            ?? (endpoint.Model is { } model ? await ConfigurationCheck.FindProblemAsync(model, cancellationToken) : null);
        if (problem is not null)
        {
            return problem;
        }

        var id = key is null ? RunId.New(endpoint.IdPrefix) : RunId.FromKey(endpoint.Flow, endpoint.IdPrefix, key);

        // A run that its key has started already stands, whatever would speak against a new one.
        if (endpoint.FindConflictAsync is { } findConflictAsync
            && (key is null || await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is null)
            && await findConflictAsync(input) is { } conflict)
        {
            return conflict;
        }

        if (key is null)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(endpoint.Flow, input, new StartOrchestrationOptions(id), cancellationToken);
        }
        else if (await IdempotentStart.StartAsync(client, endpoint.Flow, id, input, cancellationToken) is { Existing: { } existing }
            && !HasInput(existing, input))
        {
            return ApiProblem.IdempotencyKeyReused();
        }

        return id;
    }

    private static bool HasInput<TInput>(OrchestrationMetadata run, TInput input)
        where TInput : class, IEquatable<TInput> =>
        run.SerializedInput is { } json && input.Equals(JsonSerializer.Deserialize<TInput>(json));
}
