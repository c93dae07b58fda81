using System.Text.Json;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>What came of checking arguments: exactly one of the two is set.</summary>
/// <param name="Value">The arguments, as the schema wants them.</param>
/// <param name="Fault">What is wrong with them, for the model.</param>
internal readonly record struct CheckedArguments(JsonElement? Value, string? Fault)
{
    public static CheckedArguments Wrong(string fault) => new(Value: null, fault);
}
