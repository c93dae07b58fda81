using FuseDeskFlows.Activities.Agent.Settings;
using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Activities.Agent.Turns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Agent.Start;

/// <summary>Reads what a run goes by, and finds what keeps it from beginning.</summary>
/// <param name="tools">The tools that may be offered.</param>
/// <param name="options">The settings.</param>
/// <param name="model">The model.</param>
public sealed class ReadAgentSettingsActivity(AgentToolset tools, IOptions<AgentOptions> options, AgentModel model)
{
    /// <summary>The activity's name, as it is stored.</summary>
    public const string Name = "read_agent_settings";

    // Of a turn's room half is for what the turn before has read; the rest is for the prompt, the tools and what was read earlier.
    private const int PartOfResults = 2;

    /// <summary>Reads them.</summary>
    /// <param name="request">What the run asks for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The settings, or the fault.</returns>
    [Function(Name)]
    public async Task<AgentSettings> RunAsync([ActivityTrigger] AgentSettingsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (model.Name is not { } name)
        {
            return new() { Fault = AgentReadiness.NoModel };
        }

        var limits = options.Value;
        var (offered, missing) = await tools.GetAsync(cancellationToken);
        if (AgentReadiness.FindFault(request, limits, offered) is { } fault)
        {
            return new() { Fault = $"{fault.Field}: {fault.Text}" };
        }

        return new()
        {
            Model = name,
            Tools = [.. AgentReadiness.Select(request, offered).Select(
                tool => new OfferedTool { Name = tool.Name, Kind = tool.Kind, Doing = Doing(tool) })],
            Missing = missing,
            RunTokens = limits.RunTokens,
            RunCalls = limits.RunCalls,
            RunTime = limits.RunTime,
            ResultTokens = limits.ResultTokens,
            TurnTokens = limits.TranscriptTokens / PartOfResults,
            PricePerMillionInputTokens = limits.PricePerMillionInputTokens,
            PricePerMillionOutputTokens = limits.PricePerMillionOutputTokens,
        };
    }

    private static string Doing(AgentTool tool) => tool switch
    {
        { Definition: { Method: "get", Resource: var resource } } => $"reading {Singular(resource)}",
        { Definition: { Resource: var resource } } => $"listing {resource}",
        { Kind: AgentToolKind.ReadMore } => "reading on",
        { Kind: AgentToolKind.Write } => $"waiting for approval of {tool.Name}",
        _ => $"running {tool.Name}",
    };

    private static string Singular(string resource) => resource.EndsWith('s') ? resource[..^1] : resource;
}
