namespace FuseDeskFlows.FuseDesk;

/// <summary>A live chat with all its messages, oldest first.</summary>
public sealed record Chat : ChatHeader
{
    /// <summary>Everything that was written, oldest first.</summary>
    public IReadOnlyList<HistoryItem> Messages { get; init; } = [];
}
