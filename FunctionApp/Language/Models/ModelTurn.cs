using FuseDeskFlows.RateLimiting;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Language.Models;

/// <summary>
/// What a model is asked in one call: for a text, for JSON, or for its next step with tools. It never runs a tool itself.
/// </summary>
internal sealed record ModelTurn
{
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>The tools that it may ask for. What it asks for is given back as it is: the caller checks names and arguments.</summary>
    public IReadOnlyList<AIFunctionDeclaration> Tools { get; init; } = [];

    /// <summary>False asks for a text although tools are declared, which a history that has calls of them needs.</summary>
    public bool AllowsToolCalls { get; init; } = true;

    public ChatResponseFormat Format { get; init; } = ChatResponseFormat.Text;

    /// <summary>How many tokens the answer may have, the model's thinking included.</summary>
    public required int AnswerTokens { get; init; }

    /// <summary>On whose behalf it is asked.</summary>
    public CallContext Caller { get; init; } = new();

    /// <summary>How long it may take with the way through the quota; null for the setting, which counts from then on.</summary>
    public TimeSpan? Timeout { get; init; }

    public ChatOptions ToOptions() => new()
    {
        Temperature = 0,
        MaxOutputTokens = AnswerTokens,
        ResponseFormat = Format,
        Tools = Tools.Count == 0 ? null : [.. Tools],
        ToolMode = Tools.Count == 0 || AllowsToolCalls ? null : ChatToolMode.None,

        // Of tools it would demand schemas that others did not write that way.
        AdditionalProperties = Format is ChatResponseFormatJson && Tools.Count == 0 ? new() { ["strict"] = true } : null,
    };
}
