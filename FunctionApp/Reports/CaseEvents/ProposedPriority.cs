using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.CaseEvents;

/// <summary>How urgent a case is, and why.</summary>
public sealed record ProposedPriority
{
    /// <summary>The proposal.</summary>
    [JsonPropertyName("level")]
    public required CasePriority Level { get; init; }

    /// <summary>Why, for a person.</summary>
    [JsonPropertyName("reasons")]
    public required IReadOnlyList<string> Reasons { get; init; }
}
