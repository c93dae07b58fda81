using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities;

/// <summary>The language call that tells what a chat is about.</summary>
/// <param name="summarizer">What reads chats.</param>
public sealed class SummarizeChat(IChatSummarizer summarizer)
{
    /// <summary>The activity's name.</summary>
    public const string Name = "summarize_chat";

    /// <summary>Tells what a chat is about from its messages; a list item cannot be passed.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The issue; null if the client wrote no text.</returns>
    [Function(Name)]
    public Task<ChatIssue?> RunAsync([ActivityTrigger] Chat chat, CancellationToken cancellation) =>
        summarizer.SummarizeAsync(chat, cancellation);
}
