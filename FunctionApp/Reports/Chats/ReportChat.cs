using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Chats;

/// <summary>The chat of a report.</summary>
public sealed record ReportChat
{
    /// <summary>The chat's id.</summary>
    [JsonPropertyName("id")]
    public required ChatId Id { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>True if it is closed or put away.</summary>
    [JsonPropertyName("ended")]
    public bool Ended { get; init; }

    /// <summary>When it began.</summary>
    [JsonPropertyName("startedAt")]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was closed.</summary>
    [JsonPropertyName("closedAt")]
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The case that it belongs to; its history was not read.</summary>
    [JsonPropertyName("caseId")]
    public CaseId? CaseId { get; init; }

    /// <summary>The department.</summary>
    [JsonPropertyName("department")]
    public ReportDepartment? Department { get; init; }

    /// <summary>How many messages it has.</summary>
    [JsonPropertyName("messages")]
    public int Messages { get; init; }
}
