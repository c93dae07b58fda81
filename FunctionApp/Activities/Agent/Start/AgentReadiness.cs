using FuseDeskFlows.Activities.Agent.Settings;
using FuseDeskFlows.Activities.Agent.Tools;

namespace FuseDeskFlows.Activities.Agent.Start;

/// <summary>What may keep a run from beginning, told by every door in the same words.</summary>
internal static class AgentReadiness
{
    /// <summary>What to set where no model is configured.</summary>
    public const string NoModel =
        "An agent needs a language model: set AzureOpenAI:Endpoint and AzureOpenAI:Deployment, or OpenAI:BaseUrl and OpenAI:Model";

    /// <summary>Finds what is asked for and not to be had.</summary>
    /// <returns>The field and what is wrong with it; null if nothing is.</returns>
    public static (string Field, string Text)? FindFault(
        AgentSettingsRequest request, AgentOptions options, IReadOnlyList<AgentTool> offered)
    {
        if (request.AllowWrites && !options.AllowWrites)
        {
            return ("allowWrites", "Agents may not propose writes here, since Agent:AllowWrites is not set.");
        }

        offered = [.. offered.Where(tool => tool.Kind != AgentToolKind.Write || request.AllowWrites)];
        var unknown = (request.Tools ?? []).Where(name => offered.All(tool => !Is(tool, name))).ToList();
        return unknown.Count == 0
            ? null
            : ("tools", $"There is no tool {List(unknown)}; there are {List(offered.Select(tool => tool.Name))}.");
    }

    /// <summary>The tools that a run offers; reading on belongs to all others, and writes only to a run that may propose them.</summary>
    public static IEnumerable<AgentTool> Select(AgentSettingsRequest request, IReadOnlyList<AgentTool> offered) => offered.Where(tool =>
        (tool.Kind != AgentToolKind.Write || request.AllowWrites)
        && (request.Tools is not { Count: > 0 } asked || tool.Kind == AgentToolKind.ReadMore || asked.Any(name => Is(tool, name))));

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static bool Is(AgentTool tool, string name) => string.Equals(tool.Name, name, StringComparison.Ordinal);
}
