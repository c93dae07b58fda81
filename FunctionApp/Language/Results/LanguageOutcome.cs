using System.Text.Json.Serialization;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Language.Results;

/// <summary>
/// What became of one attempt to have a text written. It travels through an orchestration's history as JSON, so it is plain data.
/// If neither <see cref="RateLimit"/> nor <see cref="FailedCheck"/> is set, it is final.
/// </summary>
public sealed record LanguageOutcome
{
    /// <summary>The text; null if there is nothing to write about.</summary>
    [JsonPropertyName("value")]
    public GeneratedText? Value { get; init; }

    /// <summary>Why the text was not written by the configured model; null if it was, and if none is configured.</summary>
    [JsonPropertyName("fault")]
    public ModelFault? Fault { get; init; }

    /// <summary>Which check the model's answer failed: ask once more, and say so. It never repeats what the model wrote.</summary>
    [JsonPropertyName("objection")]
    public string? FailedCheck { get; init; }

    /// <summary>Set when the model's quota is exhausted: wait, then ask again.</summary>
    [JsonPropertyName("rateLimit")]
    public RateLimitRejection? RateLimit { get; init; }

    /// <summary>How many requests were sent to the model: none if it was known beforehand that its quota is exhausted.</summary>
    [JsonPropertyName("calls")]
    public int Calls { get; init; }

    /// <summary>How many tokens it read and wrote.</summary>
    [JsonPropertyName("tokens")]
    public int Tokens { get; init; }
}
