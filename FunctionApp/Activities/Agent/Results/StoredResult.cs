using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>The whole result of a call, as it is stored beside the run.</summary>
public sealed record StoredResult
{
    /// <summary>The call's handle.</summary>
    [JsonPropertyName("handle")]
    public required string Handle { get; init; }

    /// <summary>The tool that was called.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>What kind of result it is.</summary>
    [JsonPropertyName("kind")]
    public AgentResultKind Kind { get; init; }

    /// <summary>What a case or a chat says of itself, one JSON object; null where there is nothing but lines.</summary>
    [JsonPropertyName("head")]
    public string? Head { get; init; }

    /// <summary>What the model must know of it: that a list has no texts, what is missing.</summary>
    [JsonPropertyName("note")]
    public string? Note { get; init; }

    /// <summary>The lines.</summary>
    [JsonPropertyName("lines")]
    public IReadOnlyList<StoredLine> Lines { get; init; } = [];

    /// <summary>What fetches a list's next page; null at its end.</summary>
    [JsonPropertyName("nextCursor")]
    public string? NextCursor { get; init; }

    /// <summary>What of it could not be read, or was cut.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
