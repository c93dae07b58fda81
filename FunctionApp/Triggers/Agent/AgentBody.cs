using System.Text.Json;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Triggers.Http;

namespace FuseDeskFlows.Triggers.Agent;

/// <summary>The body of a request that starts an agent.</summary>
internal static class AgentBody
{
    public static IReadOnlyList<string> Fields { get; } = ["prompt", "tools", "maxSteps", "allowWrites", "continueFrom"];

    public static ParseResult<AgentRequest> Parse(JsonElement body)
    {
        if (BodyFields.FindUnknown(body.EnumerateObject(), Fields) is { } unknown)
        {
            return unknown;
        }

        foreach (var field in BodyFields.Given(body))
        {
            if (KindFault(field) is { } fault)
            {
                return ApiProblem.InvalidRequest((field.Name, $"{field.Name} must be {fault}."));
            }
        }

        var request = body.Deserialize<AgentRequest>(AppJson.Options)!;
        return request.FindFault() is { } wrong ? ApiProblem.InvalidRequest(wrong) : request;
    }

    private static string? KindFault(JsonProperty field) => (field.Name, field.Value.ValueKind) switch
    {
        ("prompt" or "continueFrom", not JsonValueKind.String) => "a text",
        ("tools", var kind) when kind != JsonValueKind.Array
            || field.Value.EnumerateArray().Any(name => name.ValueKind != JsonValueKind.String) => "a list of names",
        ("maxSteps", var kind) when kind != JsonValueKind.Number || !field.Value.TryGetInt32(out _) => "a whole number",
        ("allowWrites", not (JsonValueKind.True or JsonValueKind.False)) => "true or false",
        _ => null,
    };
}
