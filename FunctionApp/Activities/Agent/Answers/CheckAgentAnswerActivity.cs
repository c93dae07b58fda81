using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Reports.Agent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Agent.Answers;

/// <summary>Checks an answer against what its run has read.</summary>
public static class CheckAgentAnswerActivity
{
    /// <summary>The activity's name, as it is stored.</summary>
    public const string Name = "check_agent_answer";

    /// <summary>Checks it.</summary>
    /// <param name="request">The answer, and where what was read is stored.</param>
    /// <param name="client">Where results are kept.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The statements that can be relied on, and what is wrong with the others.</returns>
    [Function(Name)]
    public static async Task<AgentAnswerCheckResult> RunAsync(
        [ActivityTrigger] AgentAnswerRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(client);
        var lines = new CitableLines();
        var shown = request.Calls.Select(call => call.Result).OfType<AgentResult>();
        foreach (var pages in shown.GroupBy(page => page.StoredAt, StringComparer.Ordinal))
        {
            if (await ResultStore.LoadAsync(client, pages.Key, cancellationToken) is { } stored)
            {
                foreach (var page in pages)
                {
                    lines.Add(page, stored);
                }
            }
        }

        return AgentAnswerCheck.Run(request, lines);
    }
}
