using FuseDeskFlows.Language.Results;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Language.Models;

/// <summary>What came of asking a model: an answer (a text, tool calls, or both), a fault, or a rate limit.</summary>
internal sealed record ModelReply
{
    /// <summary>What it wrote, without its thinking; of an answer in JSON the JSON alone. Null if it wrote nothing.</summary>
    public string? Text { get; init; }

    /// <summary>The tools that it asks for, in its order.</summary>
    public IReadOnlyList<ModelToolCall> ToolCalls { get; init; } = [];

    /// <summary>Whether the answer ends where its limit was reached.</summary>
    public bool IsTruncated { get; init; }

    public ModelFault? Fault { get; init; }

    /// <summary>Set when its quota is exhausted.</summary>
    public RateLimitRejection? RateLimit { get; init; }

    /// <summary>How many requests were sent: none if it was known beforehand that the quota is exhausted, several if the server refused
    /// some of them for what they had.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>How many tokens it read and wrote, as it says itself; 0 if it does not.</summary>
    public int Tokens { get; init; }

    public long TokensRead { get; init; }

    public long TokensWritten { get; init; }

    /// <summary>Whether the settings are right: the model answered, even if nothing can be done with the answer.</summary>
    public bool Answered { get; init; }

    /// <summary>The parameter for which the server refused the request, which may be sent without it.</summary>
    public string? RefusedParameter { get; init; }
}
