using FuseDeskFlows.Language.Models;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>Writes a transcript as the messages of a chat.</summary>
internal static class TranscriptMessages
{
    private const string LeftOut = "(Earlier steps of this conversation are left out here to save room.)";

    /// <summary>Writes it: after each answer that asks for calls, their results in the same order.</summary>
    /// <param name="system">What the model is told of its work.</param>
    /// <param name="transcript">The turns that are sent.</param>
    /// <param name="asked">What it is told now; null after tool calls.</param>
    public static IReadOnlyList<ChatMessage> Render(string system, FittedTranscript transcript, string? asked)
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, system) };
        if (transcript.LeftOutTurns > 0)
        {
            messages.Add(new(ChatRole.User, LeftOut));
        }

        foreach (var turn in transcript.Turns)
        {
            Ask(messages, turn.Asked);
            List<AIContent> said = turn.Text is { Length: > 0 } text ? [new TextContent(text)] : [];
            said.AddRange(turn.Calls.Select(call => ModelToolCall.Parse(call.Id, call.Tool, call.Arguments).ToContent()));
            if (said.Count > 0)
            {
                messages.Add(new(ChatRole.Assistant, said));
            }

            messages.AddRange(turn.Calls.Select(call => new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.Id, call.Result)])));
        }

        Ask(messages, asked);
        return messages;
    }

    private static void Ask(List<ChatMessage> messages, string? asked)
    {
        if (asked is not null)
        {
            messages.Add(new(ChatRole.User, asked));
        }
    }
}
