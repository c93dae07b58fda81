using System.Text.Json.Serialization;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Language.Writing;

/// <summary>What every request for a text may say about the attempts before it and about who asks.</summary>
public abstract record WritingRequest
{
    /// <summary>Why the answer before was not accepted; null at the first attempt. After a second such answer the text is written without the model.</summary>
    [JsonPropertyName("objection")]
    public string? Objection { get; init; }

    /// <summary>Set when the model shall not be asked any more, with the reason.</summary>
    [JsonPropertyName("withoutModel")]
    public ModelFault? WithoutModel { get; init; }

    /// <summary>On whose behalf the model is asked.</summary>
    [JsonPropertyName("caller")]
    public CallContext Caller { get; init; } = new();
}
