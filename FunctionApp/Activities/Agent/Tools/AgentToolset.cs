using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Activities.Agent.Settings;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Catalogue;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>
/// Which tools a run may offer: of the account's those that the settings allow and that only read, the flows, reading on, and writes where
/// the settings allow any.
/// </summary>
public sealed class AgentToolset
{
    private static readonly AgentTool ReadMoreTool = new(
        StoredResultNames.ReadMoreTool,
        AgentToolKind.ReadMore,
        "Shows more of a result that was too large to be shown at once, or one that is no longer shown. Costs no call of FuseDesk.",
        JsonElement.Parse("""
            {"type":"object","properties":{
              "result":{"type":"string","description":"The result's handle, such as r3."},
              "from":{"type":"integer","minimum":1,"description":"The first line to show; 1 unless given."}},
             "required":["result"],"additionalProperties":false}
            """));

    private readonly TrutoClient _truto;
    private readonly AgentFlowDefinitions _flows;
    private readonly IOptions<AgentOptions> _options;

    internal AgentToolset(TrutoClient truto, AgentFlowDefinitions flows, IOptions<AgentOptions> options) =>
        (_truto, _flows, _options) = (truto, flows, options);

    // All tools, and those of the settings that the account does not have.
    internal async Task<(IReadOnlyList<AgentTool> Tools, IReadOnlyList<string> Missing)> GetAsync(CancellationToken cancellationToken)
    {
        var account = await _truto.GetToolsAsync(cancellationToken);
        var tools = new List<AgentTool>();
        var missing = new List<string>();
        foreach (var name in _options.Value.ToolNameList)
        {
            if (Find(account, name) is not { } definition)
            {
                missing.Add(name);
            }
            else if (definition.Method is "list" or "get" && tools.TrueForAll(tool => !Is(tool, definition.Name)))
            {
                tools.Add(Create(definition, name));
            }
        }

        tools.AddRange(_flows.Tools.Where(flow => tools.TrueForAll(tool => !Is(tool, flow.Name))));
        tools.Add(ReadMoreTool);
        if (_options.Value.AllowWrites)
        {
            var writes = WriteTools.Offered(account).Where(write => tools.TrueForAll(tool => !Is(tool, write.Name)));
            tools.AddRange(writes.Select(write =>
                new AgentTool(write.Name, AgentToolKind.Write, write.Description, JsonElement.Parse(write.Schema))).ToList());
        }

        return (tools, missing);
    }

    // A tool that may be offered; null if it may not, or is not there.
    internal async Task<AgentTool?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await GetAsync(cancellationToken)).Tools.FirstOrDefault(tool => Is(tool, name));

    private static bool Is(AgentTool tool, string name) => string.Equals(tool.Name, name, StringComparison.Ordinal);

    // An account may call the nine otherwise: they are found by what they do.
    private static ToolDefinition? Find(ToolSet account, string name) =>
        ToolOperation.All.FirstOrDefault(operation => string.Equals(operation.Name, name, StringComparison.Ordinal)) is { } known
            ? account.Find(known)
            : account.Tools?.FirstOrDefault(tool => string.Equals(tool.Name, name, StringComparison.Ordinal));

    private static AgentTool Create(ToolDefinition definition, string name)
    {
        var description = definition.Description ?? BuiltInSchemas.Description(name) ?? $"{definition.Method} of {definition.Resource}.";
        return new(definition.Name, AgentToolKind.Read, description, ToolSchema.Of(definition, BuiltInSchemas.Properties(name)))
        {
            Definition = definition,
        };
    }
}
