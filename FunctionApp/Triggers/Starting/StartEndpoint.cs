using System.Text.Json;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>What is particular to one of the POSTs that start a flow.</summary>
/// <typeparam name="TInput">The flow's input, compared by value.</typeparam>
/// <param name="Flow">The flow's name.</param>
/// <param name="Route">The route, without the prefix.</param>
/// <param name="IdPrefix">What ids of its runs begin with.</param>
internal sealed record StartEndpoint<TInput>(string Flow, string Route, string IdPrefix) : IFlowStart
    where TInput : class, IEquatable<TInput>
{
    /// <summary>Parses the body.</summary>
    public required Func<JsonElement, ParseResult<TInput>> Parse { get; init; }

    /// <summary>How large the body may be, in bytes.</summary>
    public int MaxBodySize { get; init; } = JsonRequest.MaxBodySize;

    /// <summary>Finds what is missing or wrong in the settings; null if nothing is.</summary>
    public required Func<ProblemDetails?> FindConfigurationProblem { get; init; }

    /// <summary>The language model that the flow uses; null for none.</summary>
    public ModelReadiness? Model { get; init; }

    /// <summary>Finds what speaks against a new run; null where nothing ever does.</summary>
    public Func<TInput, Task<ProblemDetails?>>? FindConflictAsync { get; init; }

    /// <summary>Makes the management payload; the extension method asks the client for its host's address.</summary>
    public Func<DurableTaskClient, string, HttpManagementPayload> ManagementPayload { get; init; } =
        (client, id) => client.CreateHttpManagementPayload(id);

    /// <inheritdoc />
    public async Task<ParseResult<string>> StartAsync(
        JsonElement body, string? key, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var input = Parse(body);
        var problem = input.Problem ?? (key is null ? null : RunId.ParseKey(key).Problem);
        return problem is null ? await FlowStart.StartAsync(this, input.Value!, key, client, cancellationToken) : problem;
    }
}
