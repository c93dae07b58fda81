using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>Something that was read in the run, and that a statement rests on.</summary>
public sealed record AgentEvidence
{
    /// <summary>What is cited: <c>case:84877#14</c>, <c>chat:10294#3</c>, <c>email:77</c>; <c>r2#5</c> for an entry of a result.</summary>
    [JsonPropertyName("cite")]
    public required string Cite { get; init; }

    /// <summary>What kind of result it stands in.</summary>
    [JsonPropertyName("kind")]
    public AgentResultKind Kind { get; init; }

    /// <summary>The call that brought it.</summary>
    [JsonPropertyName("call")]
    public required string Call { get; init; }

    /// <summary>The tool that was called.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }
}
