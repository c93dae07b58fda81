using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>What an agent's run was asked, what it did, and what it answers: its whole transcript but for the texts that it read.</summary>
public sealed record AgentReport
{
    /// <summary>What it was asked.</summary>
    [JsonPropertyName("prompt")]
    public required string Prompt { get; init; }

    /// <summary>The run that this one continues; null for none.</summary>
    [JsonPropertyName("continues")]
    public string? Continues { get; init; }

    /// <summary>The answer; null if there is none that could be relied on, and the problems say why.</summary>
    [JsonPropertyName("answer")]
    public AgentAnswer? Answer { get; init; }

    /// <summary>The tools that were offered to the model.</summary>
    [JsonPropertyName("tools")]
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>The model's turns, those of the run that this one continues included.</summary>
    [JsonPropertyName("turns")]
    public IReadOnlyList<AgentTurn> Turns { get; init; } = [];

    /// <summary>When the run waited for a quota or for a fault to pass.</summary>
    [JsonPropertyName("waits")]
    public IReadOnlyList<AgentWait> Waits { get; init; } = [];

    /// <summary>What the model cost.</summary>
    [JsonPropertyName("cost")]
    public AgentCost Cost { get; init; } = new();

    /// <summary>What the run cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();

    /// <summary>Why something is missing, and what ended the run early.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
