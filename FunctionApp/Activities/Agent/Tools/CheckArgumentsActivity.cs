using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>Holds a model's arguments against the schema of a tool that is not called at once.</summary>
/// <param name="tools">The tools that may be called.</param>
public sealed class CheckArgumentsActivity(AgentToolset tools)
{
    /// <summary>The activity's name, as it is stored.</summary>
    public const string Name = "check_agent_arguments";

    /// <summary>Checks them.</summary>
    /// <param name="input">The call.</param>
    /// <param name="cancellationToken">Ends the checking.</param>
    /// <returns>The arguments as the schema wants them, or what is wrong with them.</returns>
    [Function(Name)]
    public async Task<CheckArgumentsResult> RunAsync([ActivityTrigger] AgentCallInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (await tools.FindAsync(input.Tool, cancellationToken) is not { } tool)
        {
            return new() { Fault = $"The account no longer offers {input.Tool}." };
        }

        var arguments = ArgumentCheck.Run(tool.Schema, input.Arguments);
        return new() { Arguments = arguments.Value?.GetRawText(), Fault = arguments.Fault };
    }
}
