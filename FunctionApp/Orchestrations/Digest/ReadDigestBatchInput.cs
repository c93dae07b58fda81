using System.Text.Json.Serialization;
using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>Input of <see cref="ReadDigestBatchOrchestration"/>.</summary>
public sealed record ReadDigestBatchInput
{
    /// <summary>The cases to read.</summary>
    [JsonPropertyName("cases")]
    public IReadOnlyList<DigestCaseRef> Cases { get; init; } = [];

    /// <summary>The digest that they are for.</summary>
    [JsonPropertyName("parent")]
    public ParentRun Parent { get; init; } = new() { Flow = CaseDigest.Name };
}
