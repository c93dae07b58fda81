using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Writing;

/// <summary>Asks for the summary of a chat for the rep who takes it over.</summary>
public sealed record ChatSummaryRequest : WritingRequest
{
    /// <summary>The chat with its messages.</summary>
    [JsonPropertyName("chat")]
    public required Chat Chat { get; init; }

    /// <summary>Notes on the parts of a long chat.</summary>
    [JsonPropertyName("notes")]
    public IReadOnlyList<GeneratedText> Notes { get; init; } = [];

    /// <summary>The number of the first message that the notes do not replace.</summary>
    [JsonPropertyName("wholeFrom")]
    public int? WholeFrom { get; init; }
}
