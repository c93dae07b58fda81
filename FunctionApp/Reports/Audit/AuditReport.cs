using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>What an audit of live chats found: who waits, for how long, and whom to chase.</summary>
public sealed record AuditReport
{
    /// <summary>The moment that waiting times are reckoned to.</summary>
    [JsonPropertyName("checkedAt")]
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The departments that were audited.</summary>
    [JsonPropertyName("departments")]
    public IReadOnlyList<ReportDepartment> Departments { get; init; } = [];

    /// <summary>The chats in which a customer waits, the longest wait first.</summary>
    [JsonPropertyName("chats")]
    public IReadOnlyList<EscalatedChat> Chats { get; init; } = [];

    /// <summary>The chats of the last report in which nobody waits any more.</summary>
    [JsonPropertyName("resolved")]
    public IReadOnlyList<ResolvedChat> Resolved { get; init; } = [];

    /// <summary>How many chats wait, by rep and by department.</summary>
    [JsonPropertyName("totals")]
    public AuditTotals Totals { get; init; } = new();

    /// <summary>The run that posts this report to the webhook; null if it is not posted.</summary>
    [JsonPropertyName("deliveryRun")]
    public string? DeliveryRun { get; init; }

    /// <summary>What the run cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();

    /// <summary>What could not be read or audited, and why.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
