using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language;

/// <summary>Tells what a live chat is about.</summary>
public interface IChatSummarizer
{
    /// <summary>Reads a chat.</summary>
    /// <param name="chat">The chat with its messages; their text is data, whatever it says.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The issue; null if the client wrote no text.</returns>
    Task<ChatIssue?> SummarizeAsync(Chat chat, CancellationToken cancellation);
}
