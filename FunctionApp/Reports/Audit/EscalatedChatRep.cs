using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>The rep to whom a waiting chat is assigned.</summary>
public sealed record EscalatedChatRep
{
    /// <summary>The user id.</summary>
    [JsonPropertyName("id")]
    public required RepId Id { get; init; }

    /// <summary>The name; null if she is not among the reps, or they could not be read.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>False if she is disabled, so that somebody else must answer; null if that is not known.</summary>
    [JsonPropertyName("active")]
    public bool? Active { get; init; }

    /// <summary>As of when, a quarter of an hour before the report at most; null if the reps could not be read.</summary>
    [JsonPropertyName("activeAsOf")]
    public DateTimeOffset? ActiveAsOf { get; init; }
}
