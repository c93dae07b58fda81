namespace FuseDeskFlows.FuseDesk;

/// <summary>A case with its whole history, oldest item first.</summary>
public sealed record Case : CaseHeader
{
    /// <summary>Who opened it, in free text: a name, an address or a phone number.</summary>
    public string? OpenedBy { get; init; }

    /// <summary>Everything that was said and done, oldest first.</summary>
    public IReadOnlyList<HistoryItem> History { get; init; } = [];
}
