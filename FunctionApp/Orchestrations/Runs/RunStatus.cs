using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>A run's custom status: small, and rewritten at every step.</summary>
public sealed record RunStatus
{
    /// <summary>What the run is doing, for a person.</summary>
    [JsonPropertyName("phase")]
    public required string Phase { get; init; }

    /// <summary>Steps done.</summary>
    [JsonPropertyName("done")]
    public int Done { get; init; }

    /// <summary>Steps in all, as far as it is known by now.</summary>
    [JsonPropertyName("total")]
    public int? Total { get; init; }

    /// <summary>Set while the run waits: for a quota, for a fault to pass, or for another run.</summary>
    [JsonPropertyName("waiting")]
    public PendingWait? Waiting { get; init; }

    /// <summary>How far the approval of a write is; absent in runs that write nothing.</summary>
    [JsonPropertyName("approval")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApprovalStatus? Approval { get; init; }
}
