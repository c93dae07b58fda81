using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>A wait of the run.</summary>
public sealed record AgentWait
{
    /// <summary>When it began.</summary>
    [JsonPropertyName("from")]
    public DateTimeOffset From { get; init; }

    /// <summary>When it ended.</summary>
    [JsonPropertyName("to")]
    public DateTimeOffset To { get; init; }

    /// <summary>Whether it was for the language model; else it was for FuseDesk.</summary>
    [JsonPropertyName("forModel")]
    public bool ForModel { get; init; }
}
