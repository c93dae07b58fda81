using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Writing;

/// <summary>Asks for the summary of a case.</summary>
public sealed record CaseSummaryRequest : WritingRequest
{
    /// <summary>The case with its whole history.</summary>
    [JsonPropertyName("case")]
    public required Case Case { get; init; }

    /// <summary>Notes on the parts of a long history.</summary>
    [JsonPropertyName("notes")]
    public IReadOnlyList<GeneratedText> Notes { get; init; } = [];

    /// <summary>The number of the first item that the notes do not replace.</summary>
    [JsonPropertyName("wholeFrom")]
    public int? WholeFrom { get; init; }
}
