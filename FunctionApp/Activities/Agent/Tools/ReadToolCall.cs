using System.Text.Json;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Catalogue;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>A reading tool with a model's arguments.</summary>
/// <param name="Tool">The account's tool.</param>
/// <param name="Given">The arguments.</param>
/// <param name="Handle">What the run calls the result.</param>
/// <param name="TextsTool">The tool that gives the texts of what the tool lists; null if the run has none.</param>
/// <param name="Caller">On whose behalf it is called.</param>
/// <param name="Cancelled">Ends the call.</param>
internal sealed record ReadToolCall(
    ToolDefinition Tool, JsonElement Given, string Handle, string? TextsTool, CallContext Caller, CancellationToken Cancelled)
{
    public ToolOperation Operation => new(Tool.Name, Tool.Resource, Tool.Method);

    public string? Id => Text(ToolSchema.Id);

    public string? Text(string name) => Given.TryGetProperty(name, out var value) ? JsonScalar.Text(value) : null;

    public IEnumerable<KeyValuePair<string, string>> Arguments(string but) => Given.EnumerateObject()
        .Where(argument => !string.Equals(argument.Name, but, StringComparison.Ordinal))
        .Select(argument => KeyValuePair.Create(
            argument.Name,
            argument.Value.ValueKind == JsonValueKind.String ? argument.Value.GetString()! : argument.Value.GetRawText()));
}
