using System.Text.Json.Serialization;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Language.Writing;

/// <summary>What every request for a text may say about the attempts before it and about who asks.</summary>
public abstract record WritingRequest
{
    /// <summary>
    /// Which check the answer before failed; null at the first attempt. After a second such answer the text is written without the model.
    /// </summary>
    [JsonPropertyName("objection")]
    public string? PreviousFailure { get; init; }

    /// <summary>Why the model shall not be asked any more; null if it shall.</summary>
    [JsonPropertyName("withoutModel")]
    public ModelFault? SkipModelBecause { get; init; }

    /// <summary>On whose behalf the model is asked.</summary>
    [JsonPropertyName("caller")]
    public CallContext Caller { get; init; } = new();
}
