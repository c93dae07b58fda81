using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>Input of <see cref="CaseDigestBatch"/>.</summary>
public sealed record DigestBatchRequest
{
    /// <summary>The cases to read.</summary>
    public IReadOnlyList<DigestCase> Cases { get; init; } = [];

    /// <summary>The digest that they are for.</summary>
    public PartOfRun PartOf { get; init; } = new() { Flow = nameof(CaseDigest) };
}
