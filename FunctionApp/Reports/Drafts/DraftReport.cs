using System.Text.Json.Serialization;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Drafts;

/// <summary>A drafted reply. It is a draft only: nothing was sent.</summary>
public sealed record DraftReport
{
    /// <summary>The case; null if it could not be read.</summary>
    [JsonPropertyName("case")]
    public ReportCase? Case { get; init; }

    /// <summary>What the customer asked last.</summary>
    [JsonPropertyName("lastQuestion")]
    public ReportQuestion? LastQuestion { get; init; }

    /// <summary>The rep in whose tone it is written: who answered last, if anybody did. Whether she is active was not asked.</summary>
    [JsonPropertyName("rep")]
    public ReportRep? Rep { get; init; }

    /// <summary>The body of the reply, a statement for each paragraph, without salutation and signature.</summary>
    [JsonPropertyName("draft")]
    public GeneratedText? Draft { get; init; }

    /// <summary>What the run cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();

    /// <summary>What could not be read or written, and why.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
