using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>
/// The part of a call's result that the model was shown. The result itself is stored beside the run, so that no history carries it.
/// </summary>
public sealed record AgentResult
{
    /// <summary>The result's handle: that of the call which brought it.</summary>
    [JsonPropertyName("handle")]
    public required string Handle { get; init; }

    /// <summary>The id of the stored result.</summary>
    [JsonPropertyName("storedAt")]
    public required string StoredAt { get; init; }

    /// <summary>What kind of result it is.</summary>
    [JsonPropertyName("kind")]
    public AgentResultKind Kind { get; init; }

    /// <summary>The first line that was shown, from 1.</summary>
    [JsonPropertyName("from")]
    public int From { get; init; }

    /// <summary>The last line that was shown; less than <see cref="From"/> if there was none.</summary>
    [JsonPropertyName("to")]
    public int To { get; init; }

    /// <summary>How many lines the whole result has: entries of a list, items of a history, or pieces of long ones.</summary>
    [JsonPropertyName("lines")]
    public int Lines { get; init; }

    /// <summary>Tokens of what was shown.</summary>
    [JsonPropertyName("tokens")]
    public int Tokens { get; init; }

    /// <summary>Tokens of the whole result.</summary>
    [JsonPropertyName("allTokens")]
    public int AllTokens { get; init; }

    /// <summary>Whether the list has a further page, which the model can ask for.</summary>
    [JsonPropertyName("hasNextPage")]
    public bool HasNextPage { get; init; }

    /// <summary>What of it could not be read, or was cut.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
