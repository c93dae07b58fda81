using System.Text.Json;
using FuseDeskFlows.Truto.Catalogue;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>A tool as a model is told of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Who does its work.</param>
/// <param name="Description">What it does.</param>
/// <param name="Schema">The JSON schema of its arguments, an object.</param>
internal sealed record AgentTool(string Name, AgentToolKind Kind, string Description, JsonElement Schema)
{
    /// <summary>The account's own description of it; null if it is none of the account's.</summary>
    public ToolDefinition? Definition { get; init; }
}
