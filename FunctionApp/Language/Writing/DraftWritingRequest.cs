using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Writing;

/// <summary>Asks for the draft of a reply.</summary>
public sealed record DraftWritingRequest : WritingRequest
{
    /// <summary>The case with its whole history.</summary>
    [JsonPropertyName("case")]
    public required Case Case { get; init; }

    /// <summary>The rep in whose tone to write; null if nobody has answered yet.</summary>
    [JsonPropertyName("repName")]
    public string? RepName { get; init; }
}
