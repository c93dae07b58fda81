using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Writing;

/// <summary>Asks for a case's line in a digest.</summary>
public sealed record DigestLineRequest : WritingRequest
{
    /// <summary>The case with its whole history.</summary>
    [JsonPropertyName("case")]
    public required Case Case { get; init; }
}
