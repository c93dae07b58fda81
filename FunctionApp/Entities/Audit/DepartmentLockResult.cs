using System.Text.Json.Serialization;

namespace FuseDeskFlows.Entities.Audit;

/// <summary>The answer to a run that asked for a department.</summary>
public sealed record DepartmentLockResult
{
    /// <summary>The run that holds the department now: the asking one, or the one that it must not disturb.</summary>
    [JsonPropertyName("holderRunId")]
    public required string HolderRunId { get; init; }

    /// <summary>Since when.</summary>
    [JsonPropertyName("heldSince")]
    public required DateTimeOffset HeldSince { get; init; }

    /// <summary>The chats of the last report.</summary>
    [JsonPropertyName("reportedChats")]
    public IReadOnlyList<ReportedChat> ReportedChats { get; init; } = [];
}
