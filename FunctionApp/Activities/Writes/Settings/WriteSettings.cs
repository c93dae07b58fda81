using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Writes.Settings;

/// <summary>The settings that a write goes by, from its beginning to its end.</summary>
public sealed record WriteSettings
{
    /// <summary>How long a person has to decide.</summary>
    [JsonPropertyName("approvalDeadline")]
    public TimeSpan ApprovalDeadline { get; init; }

    /// <summary>How long after a lost answer the write is looked for first.</summary>
    [JsonPropertyName("readBackDelay")]
    public TimeSpan ReadBackDelay { get; init; }

    /// <summary>Whether agents may propose writes.</summary>
    [JsonPropertyName("allowAgents")]
    public bool AllowAgents { get; init; }
}
