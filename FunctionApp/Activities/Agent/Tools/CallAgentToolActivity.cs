using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>Makes one call that a model asked for, if its arguments fit, and stores what it brings.</summary>
/// <param name="tools">The tools that may be called.</param>
/// <param name="reader">Calls them.</param>
/// <param name="pages">Cuts what is too large.</param>
public sealed class CallAgentToolActivity(AgentToolset tools, ReadTool reader, ResultPager pages)
{
    /// <summary>The activity's name, as it is stored.</summary>
    public const string Name = "call_agent_tool";

    /// <summary>Makes the call, unless it was made and stored already.</summary>
    /// <param name="request">The call.</param>
    /// <param name="client">Where results are kept.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What is shown of the result, or what is wrong with the arguments; a rate limit; a refusal.</returns>
    [Function(Name)]
    public async Task<ToolOutcome<AgentCallOutcome>> RunAsync(
        [ActivityTrigger] ToolRequest<AgentCallInput> request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(client);
        var input = request.Arguments;
        var id = StoredResultNames.IdOf(input.RunId, input.Handle);
        if (await ResultStore.LoadAsync(client, id, cancellationToken) is { } stored)
        {
            return Shown(id, stored, input);
        }

        var (offered, _) = await tools.GetAsync(cancellationToken);
        var tool = offered.FirstOrDefault(tool => string.Equals(tool.Name, input.Tool, StringComparison.Ordinal));
        if (tool is not { Kind: AgentToolKind.Read })
        {
            return new() { Value = new() { Fault = $"The account no longer offers {input.Tool}." } };
        }

        var arguments = ArgumentCheck.Run(tool.Schema, input.Arguments);
        if (arguments.Value is not { } fitting)
        {
            return new() { Value = new() { Fault = arguments.Fault } };
        }

        var outcome = await reader.CallAsync(tool, fitting, input.Handle, TextsTool(offered, tool), request.Caller, cancellationToken);
        if (outcome.Value is not { } result)
        {
            return new() { RateLimit = outcome.RateLimit, Error = outcome.Error, Quota = outcome.Quota, Calls = outcome.Calls };
        }

        await ResultStore.SaveAsync(client, id, result, cancellationToken);
        return Shown(id, result, input) with { Quota = outcome.Quota, Calls = outcome.Calls };
    }

    private ToolOutcome<AgentCallOutcome> Shown(string id, StoredResult result, AgentCallInput input) =>
        new() { Value = new() { Result = pages.Take(id, result, from: 1, input.Tokens) } };

    // Which tool has the texts that a list lacks.
    private static string? TextsTool(IReadOnlyList<AgentTool> offered, AgentTool list) => offered.FirstOrDefault(tool =>
        tool.Definition is { Method: "get" } one && list.Definition is { Method: "list" } definition
        && string.Equals(one.Resource, definition.Resource, StringComparison.OrdinalIgnoreCase))?.Name;
}
