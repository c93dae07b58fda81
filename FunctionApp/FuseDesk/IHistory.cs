namespace FuseDeskFlows.FuseDesk;

/// <summary>What has a history: a case, or a chat with its messages.</summary>
internal interface IHistory
{
    /// <summary>What it is to a person, as the beginning of a sentence.</summary>
    string Label { get; }

    /// <summary>What of it could not be read; null if all was.</summary>
    HistoryGaps? Gaps { get; }
}
