using FuseDeskFlows.Reports;

namespace FuseDeskFlows.Orchestrations;

/// <summary>What came of a batch of cases.</summary>
public sealed record DigestBatch
{
    /// <summary>One entry for each case of the batch.</summary>
    public IReadOnlyList<DigestEntry> Entries { get; init; } = [];

    /// <summary>Why lines were not written by the model, each reason once.</summary>
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];

    /// <summary>What reading cost.</summary>
    public RunUsage Usage { get; init; } = new();
}
