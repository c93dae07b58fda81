using System.Text.Json.Serialization;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Digest;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>Input of <see cref="ListDigestCasesOrchestration"/>.</summary>
public sealed record ListDigestCasesInput
{
    /// <summary>Which cases to list.</summary>
    [JsonPropertyName("query")]
    public required DigestQuery Query { get; init; }

    /// <summary>The digest that they are for.</summary>
    [JsonPropertyName("parent")]
    public ParentRun Parent { get; init; } = new() { Flow = CaseDigest.Name };
}
