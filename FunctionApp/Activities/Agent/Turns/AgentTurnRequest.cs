using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>What the model is asked for its next turn.</summary>
public sealed record AgentTurnRequest
{
    /// <summary>The turns so far, without the texts of their results, which are stored.</summary>
    [JsonPropertyName("turns")]
    public IReadOnlyList<AgentTurn> Turns { get; init; } = [];

    /// <summary>What the model is told now: the prompt, or what was wrong with its answer; null after tool calls.</summary>
    [JsonPropertyName("asked")]
    public string? Asked { get; init; }

    /// <summary>The tools that it may call.</summary>
    [JsonPropertyName("tools")]
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Whether it must answer now, without a further call.</summary>
    [JsonPropertyName("mustAnswer")]
    public bool MustAnswer { get; init; }

    /// <summary>The time, which the model does not know.</summary>
    [JsonPropertyName("now")]
    public DateTimeOffset Now { get; init; }

    /// <summary>On whose behalf it is asked.</summary>
    [JsonPropertyName("caller")]
    public CallContext Caller { get; init; } = new();
}
