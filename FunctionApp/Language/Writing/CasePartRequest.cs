using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Writing;

/// <summary>Asks for notes on a part of a case.</summary>
public sealed record CasePartRequest : WritingRequest
{
    /// <summary>The case, with nothing of its history but the part.</summary>
    [JsonPropertyName("part")]
    public required Case Part { get; init; }
}
