using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Reports.Runs;

/// <summary>A run as a person sees it: what a list shows, and what came of it.</summary>
public sealed record RunDetail : RunListItem
{
    /// <summary>Shows a run whose end is not known.</summary>
    public RunDetail()
    {
    }

    /// <summary>Adds to what a list shows.</summary>
    /// <param name="run">The run as a list shows it.</param>
    [SetsRequiredMembers]
    public RunDetail(RunListItem run)
        : base(run)
    {
    }

    /// <summary>The flow's report, once it has completed.</summary>
    [JsonPropertyName("report")]
    [JsonPropertyOrder(1)] // after what it inherits
    public JsonElement? Report { get; init; }

    /// <summary>Why it failed or was terminated.</summary>
    [JsonPropertyName("error")]
    [JsonPropertyOrder(1)]
    public RunError? Error { get; init; }

    /// <summary>The writes of the run that wait for a person's approval; absent if none does.</summary>
    [JsonPropertyName("approvals")]
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WriteProposal>? Approvals { get; init; }
}
