using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>The answer of <see cref="CheckArgumentsActivity"/>: exactly one of the two is set.</summary>
public sealed record CheckArgumentsResult
{
    /// <summary>The arguments, a JSON object as text.</summary>
    [JsonPropertyName("arguments")]
    public string? Arguments { get; init; }

    /// <summary>What is wrong with them, for the model.</summary>
    [JsonPropertyName("fault")]
    public string? Fault { get; init; }
}
