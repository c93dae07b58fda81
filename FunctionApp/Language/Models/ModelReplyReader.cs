using System.Globalization;
using FuseDeskFlows.Language.Models.Answers;
using FuseDeskFlows.Language.Results;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace FuseDeskFlows.Language.Models;

/// <summary>
/// Reads an answer through what surrounds it: thinking, fences, prose, calls written as text. Nothing of it is trusted yet.
/// </summary>
internal static class ModelReplyReader
{
    public static ModelReply Read(ChatResponse response, ModelTurn turn)
    {
        var usage = response.Usage;
        var (read, written) = (usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0);
        return Interpret(response, turn) with
        {
            Answered = true,
            Tokens = (int)Math.Clamp(usage?.TotalTokenCount ?? (read + written), 0, int.MaxValue),
            TokensRead = read,
            TokensWritten = written,
        };
    }

    private static ModelReply Interpret(ChatResponse response, ModelTurn turn)
    {
        if (response.FinishReason == Microsoft.Extensions.AI.ChatFinishReason.ContentFilter)
        {
            return new() { Fault = ModelErrors.Filtered };
        }

        var (text, calls) = Calls(response, turn);
        text = turn.Format is ChatResponseFormatJson && calls.Count == 0 ? JsonText.Find(text) : text;
        var truncated = response.FinishReason == Microsoft.Extensions.AI.ChatFinishReason.Length;
        return (text.Length, calls.Count) switch
        {
            (0, 0) when truncated => new() { Fault = ModelErrors.NoText, IsTruncated = true },
            (0, 0) => new() { Fault = new() { Type = ModelFaultTypes.Refused, Detail = "The model gave no text." } },
            _ => new() { Text = text.Length == 0 ? null : text, ToolCalls = calls, IsTruncated = truncated },
        };
    }

    private static (string Text, IReadOnlyList<ModelToolCall> Calls) Calls(ChatResponse response, ModelTurn turn)
    {
        var text = ThinkingText.Remove(response.Text);
        var declared = (response.RawRepresentation as ChatCompletion)?.ToolCalls ?? [];
        var written = declared.Select(call => (call.Id, Name: call.FunctionName, Arguments: call.FunctionArguments.ToString())).ToList();
        if (written.Count == 0 && turn.Tools.Count > 0)
        {
            (text, var found) = WrittenToolCalls.Find(text, [.. turn.Tools.Select(tool => tool.Name)]);
            written = [.. found.Select(call => ("", call.Name, call.Arguments))];
        }

        var used = turn.Messages
            .SelectMany(message => message.Contents.OfType<FunctionCallContent>())
            .Select(call => call.CallId)
            .ToHashSet(StringComparer.Ordinal);
        var calls = written.Select((call, index) => ModelToolCall.Parse(
            call.Id.Length > 0 && used.Add(call.Id) ? call.Id : MadeUpId(turn.Messages.Count, index), call.Name, call.Arguments));
        return (text, [.. calls]);
    }

    // The same for the same conversation, never twice in one, and of the one form that Mistral's servers take: nine letters and digits.
    private static string MadeUpId(int messages, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"t{messages % 10_000:0000}c{index % 1_000:000}");
}
