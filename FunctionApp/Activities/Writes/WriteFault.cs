using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>What is wrong with a proposed write.</summary>
public sealed record WriteFault
{
    /// <summary>The field of the request: <c>tool</c>, or <c>arguments.</c> and the argument's name.</summary>
    [JsonPropertyName("field")]
    public required string Field { get; init; }

    /// <summary>What is wrong with it, a sentence.</summary>
    [JsonPropertyName("fault")]
    public required string Fault { get; init; }
}
