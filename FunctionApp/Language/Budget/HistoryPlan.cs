using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Budget;

/// <summary>How a long history is read: in parts, side by side, and its newest items whole.</summary>
public sealed record HistoryPlan
{
    /// <summary>The parts of the older history, reduced to what is read of it; empty if one call can take in the whole case.</summary>
    [JsonPropertyName("parts")]
    public IReadOnlyList<IReadOnlyList<HistoryItem>> Parts { get; init; } = [];

    /// <summary>The number of the first item that is shown whole beside the parts' notes; null if there are no parts.</summary>
    [JsonPropertyName("wholeFrom")]
    public int? WholeFrom { get; init; }

    /// <summary>How many items are not read, or not to their end, since the budget does not allow it.</summary>
    [JsonPropertyName("shortened")]
    public int Shortened { get; init; }
}
