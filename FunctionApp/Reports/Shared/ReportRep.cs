using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>The rep who last answered the customer.</summary>
public sealed record ReportRep
{
    /// <summary>The user id.</summary>
    [JsonPropertyName("id")]
    public required RepId Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>True if she may be given work, false if she is disabled; null if she could not be read.</summary>
    [JsonPropertyName("active")]
    public bool? Active { get; init; }

    /// <summary>As of when she is active or not: a quarter of an hour before the report at most.</summary>
    [JsonPropertyName("activeAsOf")]
    public DateTimeOffset? ActiveAsOf { get; init; }

    /// <summary>When she answered.</summary>
    [JsonPropertyName("answeredAt")]
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>An active colleague of the case's department, where she is disabled.</summary>
    [JsonPropertyName("alternative")]
    public ReportColleague? Alternative { get; init; }
}
