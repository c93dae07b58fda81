using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk;

/// <summary>A case with its whole history, oldest item first.</summary>
public sealed record Case : CaseHeader, IHistory
{
    /// <summary>Begins with nothing.</summary>
    public Case()
    {
    }

    /// <summary>Adds to what a list tells.</summary>
    /// <param name="listed">The case as a list shows it.</param>
    [SetsRequiredMembers]
    public Case(CaseHeader listed)
        : base(listed)
    {
    }

    /// <summary>Who opened it, in free text: a name, an address or a phone number.</summary>
    [JsonPropertyName("openedBy")]
    public string? OpenedBy { get; init; }

    /// <summary>Everything that was said and done, oldest first.</summary>
    [JsonPropertyName("history")]
    public IReadOnlyList<HistoryItem> History { get; init; } = [];

    /// <summary>What of the history could not be read; null if all was.</summary>
    [JsonPropertyName("gaps")]
    public HistoryGaps? Gaps { get; init; }

    /// <inheritdoc />
    string IHistory.Label => $"The history of case {Id}";
}
