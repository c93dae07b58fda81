using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>Shows another part of a stored result; nothing is called for it.</summary>
/// <param name="pages">Cuts what is too large.</param>
public sealed class ReadMoreActivity(ResultPager pages)
{
    /// <summary>The activity's name, as it is stored.</summary>
    public const string Name = "read_more_of_agent_result";

    /// <summary>Finds the part.</summary>
    /// <param name="input">Which part.</param>
    /// <param name="client">Where results are kept.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The part, or why there is none.</returns>
    [Function(Name)]
    public async Task<AgentCallOutcome> RunAsync(
        [ActivityTrigger] ReadMoreInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(client);
        if (await ResultStore.LoadAsync(client, input.StoredAt, cancellationToken) is not { } stored)
        {
            return new() { Fault = "The result is no longer kept." };
        }

        return input.From <= stored.Lines.Count
            ? new() { Result = pages.Take(input.StoredAt, stored, input.From, input.Tokens) }
            : new() { Fault = $"The result has only {stored.Lines.Count} lines." };
    }
}
