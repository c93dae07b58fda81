using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>A flow as a tool.</summary>
/// <param name="Tool">What a model is told of it.</param>
/// <param name="Flow">The flow's name.</param>
/// <param name="Bind">Makes the flow's input of checked arguments, or tells what is wrong with them.</param>
internal sealed record AgentFlowTool(
    AgentTool Tool, string Flow, Func<JsonElement, ParentRun, DateTimeOffset, (object? Input, string? Fault)> Bind)
{
    /// <summary>Makes one.</summary>
    /// <typeparam name="T">The flow's input.</typeparam>
    /// <param name="properties">The arguments' schemas by name, as JSON.</param>
    /// <param name="findFault">Finds what is wrong with an input at a time; null if nothing is.</param>
    /// <param name="required">The argument without which nothing can be done; null if there is none.</param>
    /// <param name="asPart">Tells the input of whose part it is, so that it counts to that run.</param>
    public static AgentFlowTool Create<T>(
        string name,
        string flow,
        string description,
        string properties,
        Func<T, DateTimeOffset, string?> findFault,
        Func<T, ParentRun, T> asPart,
        string? required = null)
        where T : class
    {
        var needs = required is null ? "[]" : JsonSerializer.Serialize(new[] { required });
        var schema = JsonElement.Parse(
            $$"""{"type":"object","properties":{{properties}},"required":{{needs}},"additionalProperties":false}""");
        return new(new(name, AgentToolKind.Flow, description, schema), flow, (arguments, parent, now) =>
        {
            try
            {
                var input = arguments.Deserialize<T>()!;
                return findFault(input, now) is { } fault ? (null, fault) : (asPart(input, parent), null);
            }
            catch (JsonException fault)
            {
                return (null, $"'{fault.Path?.TrimStart('$', '.')}' is missing, or of another kind than it must be.");
            }
        });
    }
}
