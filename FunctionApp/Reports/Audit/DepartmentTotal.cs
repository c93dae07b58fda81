using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>The chats of one department.</summary>
public sealed record DepartmentTotal
{
    /// <summary>The department.</summary>
    [JsonPropertyName("department")]
    public required ReportDepartment Department { get; init; }

    /// <summary>How many chats are active.</summary>
    [JsonPropertyName("active")]
    public required int Active { get; init; }

    /// <summary>In how many of them a customer waits.</summary>
    [JsonPropertyName("waiting")]
    public required int Waiting { get; init; }

    /// <summary>How many of those are critical.</summary>
    [JsonPropertyName("critical")]
    public required int Critical { get; init; }
}
