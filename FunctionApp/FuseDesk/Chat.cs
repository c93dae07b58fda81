using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk;

/// <summary>A live chat with all its messages, oldest first.</summary>
public sealed record Chat : ChatHeader, IHistory
{
    /// <summary>Begins with nothing.</summary>
    public Chat()
    {
    }

    /// <summary>Adds to what a list tells.</summary>
    /// <param name="listed">The chat as a list shows it.</param>
    [SetsRequiredMembers]
    public Chat(ChatHeader listed)
        : base(listed)
    {
    }

    /// <summary>Everything that was written, oldest first.</summary>
    [JsonPropertyName("messages")]
    public IReadOnlyList<HistoryItem> Messages { get; init; } = [];

    /// <summary>What of the messages could not be read; null if all were.</summary>
    [JsonPropertyName("gaps")]
    public HistoryGaps? Gaps { get; init; }

    /// <inheritdoc />
    string IHistory.Label => $"The list of messages of chat {Id}";
}
