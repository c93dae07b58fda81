using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Chats;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Chats;

/// <summary>
/// Tells one live chat to the rep who takes it over: one call for the chat, and two for names if the account's directory is too old.
/// </summary>
public static class ChatSummary
{
    /// <summary>The flow's name, as it is stored, and as lists of runs tell it.</summary>
    public const string Name = "ChatSummary";

    /// <summary>Runs the flow.</summary>
    /// <param name="context">The run; its input is a <see cref="ChatSummaryInput"/>.</param>
    /// <exception cref="RunFailedException">The input names no chat, or a call failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">A quota did not come back in the time that the run may wait.</exception>
    [Function(Name)]
    public static Task<ChatSummaryReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunTelemetry.TrackAsync(context, () => context.ReadInput<ChatSummaryInput>() is { ChatId.Value.Length: > 0 } input
            ? new ChatSummaryRun(context, input.ChatId, input.Parent).RunAsync()
            : throw new RunFailedException("The input must have a chatId."));
}
