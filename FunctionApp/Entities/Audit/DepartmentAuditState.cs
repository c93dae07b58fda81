using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.Audit;

/// <summary>What is kept of a department's audits.</summary>
public sealed record DepartmentAuditState
{
    /// <summary>The department's name.</summary>
    [JsonPropertyName("department")]
    public string Department { get; init; } = "";

    /// <summary>The run that audits the department; null if none does.</summary>
    [JsonPropertyName("holderRunId")]
    public string? HolderRunId { get; init; }

    /// <summary>Since when.</summary>
    [JsonPropertyName("heldSince")]
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>The chats of the last report.</summary>
    [JsonPropertyName("reportedChats")]
    public IReadOnlyList<ReportedChat> ReportedChats { get; init; } = [];

    /// <summary>The last audits, newest first.</summary>
    [JsonPropertyName("index")]
    public IReadOnlyList<AuditIndexEntry> Index { get; init; } = [];
}
