using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>What a run cost.</summary>
public sealed record RunUsage
{
    /// <summary>Requests sent to Truto, those answered 429 included.</summary>
    [JsonPropertyName("toolCalls")]
    public int ToolCalls { get; init; }

    /// <summary>How often the run, or a part of it, waited for a quota.</summary>
    [JsonPropertyName("rateLimitWaits")]
    public int RateLimitWaits { get; init; }

    /// <summary>
    /// How long it waited, for quotas, for faults to pass and for other runs, in seconds by the clock: several calls or parts that wait at
    /// the same time count once.
    /// </summary>
    [JsonPropertyName("waitedSeconds")]
    public double WaitedSeconds { get; init; }

    /// <summary>Requests sent to a language model.</summary>
    [JsonPropertyName("modelCalls")]
    public int ModelCalls { get; init; }

    /// <summary>Tokens that a language model read and wrote.</summary>
    [JsonPropertyName("modelTokens")]
    public int ModelTokens { get; init; }

    /// <summary>Set if the run ended early, because a quota does not come back in the time that it may wait.</summary>
    [JsonPropertyName("outOfQuota")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OutOfQuota? OutOfQuota { get; init; }

    /// <summary>Adds what a part of the run cost that kept its own account.</summary>
    /// <param name="part">A part that ran after what this counts; of parts that ran side by side the waits must be told apart.</param>
    /// <returns>The sum.</returns>
    public RunUsage Add(RunUsage part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new()
        {
            ToolCalls = ToolCalls + part.ToolCalls,
            RateLimitWaits = RateLimitWaits + part.RateLimitWaits,
            WaitedSeconds = Math.Round(WaitedSeconds + part.WaitedSeconds, 1),
            ModelCalls = ModelCalls + part.ModelCalls,
            ModelTokens = ModelTokens + part.ModelTokens,
            OutOfQuota = OutOfQuota ?? part.OutOfQuota,
        };
    }
}
