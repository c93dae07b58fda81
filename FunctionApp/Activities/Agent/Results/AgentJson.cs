using System.Text.Json;
using System.Text.Json.Serialization;
using FuseDeskFlows.Language.Budget;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>JSON as an agent's model reads it: on one line, without what is not set, and with no more escaped than JSON needs.</summary>
internal static class AgentJson
{
    /// <summary>The options, read-only.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(PromptJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Options);
}
