using FuseDeskFlows.Language.Results;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Language.Models;

/// <summary>What came of one request to a model: one of text, fault and rate limit is set.</summary>
internal sealed record ModelReply
{
    public string? Text { get; init; }

    /// <summary>Whether the text ends where the answer's limit was reached.</summary>
    public bool IsTruncated { get; init; }

    public ModelFault? Fault { get; init; }

    /// <summary>Set when its quota is exhausted.</summary>
    public RateLimitRejection? RateLimit { get; init; }

    /// <summary>How many requests were sent: none if it was known beforehand that the quota is exhausted.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>How many tokens it read and wrote, as it says itself.</summary>
    public int Tokens { get; init; }

    public long TokensRead { get; init; }

    public long TokensWritten { get; init; }
}
