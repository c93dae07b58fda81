using System.Text.Json.Serialization;

namespace FuseDeskFlows.Language.Results;

/// <summary>
/// Why a model did not write a text, in words for the person who must act. It never quotes what customers or the model wrote.
/// </summary>
public sealed record ModelFault
{
    /// <summary>What kind of fault: one of <see cref="ModelFaultTypes"/>.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>What happened and what to do about it.</summary>
    [JsonPropertyName("detail")]
    public required string Detail { get; init; }
}
