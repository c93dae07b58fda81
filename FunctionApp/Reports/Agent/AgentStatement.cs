using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>One statement of the answer.</summary>
public sealed record AgentStatement
{
    /// <summary>The statement, one or two sentences.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>What shows it; never empty.</summary>
    [JsonPropertyName("evidence")]
    public IReadOnlyList<AgentEvidence> Evidence { get; init; } = [];

    /// <summary>Whether it rests on nothing but entries of lists: no text of a case, a chat or an email was read for it.</summary>
    [JsonPropertyName("onlyFromLists")]
    public bool OnlyFromLists { get; init; }
}
