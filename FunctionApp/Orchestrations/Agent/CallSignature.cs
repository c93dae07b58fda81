using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>Tells whether two calls are the same, however their arguments are written.</summary>
internal static class CallSignature
{
    public static string Of(AgentModelCall call) =>
        $"{call.Tool}\n{(Arguments(call.Arguments) is { } arguments ? Sorted(arguments) : call.Arguments)}";

    /// <summary>The id that a call is about; null if it names none.</summary>
    public static string? Id(string arguments) =>
        Arguments(arguments) is { } read && read.TryGetProperty(ToolSchema.Id, out var id) ? JsonScalar.Text(id) : null;

    // A number written as text is the same number.
    private static string Sorted(JsonElement arguments) => string.Join('\n', arguments.EnumerateObject()
        .Where(argument => argument.Value.ValueKind != JsonValueKind.Null)
        .Select(argument => $"{FieldNames.Normalise(argument.Name)}={JsonScalar.Text(argument.Value) ?? argument.Value.GetRawText()}")
        .Order(StringComparer.Ordinal));

    private static JsonElement? Arguments(string arguments) => ModelToolCall.Parse(id: "", name: "", arguments).Arguments;
}
