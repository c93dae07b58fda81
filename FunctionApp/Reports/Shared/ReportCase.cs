using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>The case of a report.</summary>
public sealed record ReportCase
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required CaseId Id { get; init; }

    /// <summary>The public number.</summary>
    [JsonPropertyName("number")]
    public string? Number { get; init; }

    /// <summary><c>new</c>, <c>open</c> (which in FuseDesk means: waits for the customer) or <c>closed</c>; null if unknown.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    /// <summary>When it was opened.</summary>
    [JsonPropertyName("openedAt")]
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>The department that owns it.</summary>
    [JsonPropertyName("department")]
    public ReportDepartment? Department { get; init; }

    /// <summary>Shows a case.</summary>
    /// <param name="header">What is known of the case.</param>
    /// <returns>The report's case.</returns>
    public static ReportCase From(CaseHeader header) => new()
    {
        Id = header.Id,
        Number = header.Number,
        Status = CaseStatusNames.Of(header.Status),
        Subject = header.Subject,
        OpenedAt = header.OpenedAt,
        Department = header.DepartmentId is { } department ? new() { Id = department } : null,
    };
}
