using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>Sums of an escalation report.</summary>
public sealed record AuditTotals
{
    /// <summary>Waiting chats by assigned rep, the one with the longest wait first.</summary>
    [JsonPropertyName("byRep")]
    public IReadOnlyList<RepTotal> ByRep { get; init; } = [];

    /// <summary>Chats by department.</summary>
    [JsonPropertyName("byDepartment")]
    public IReadOnlyList<DepartmentTotal> ByDepartment { get; init; } = [];
}
