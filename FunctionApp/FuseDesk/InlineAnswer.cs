using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk;

/// <summary>What a message quotes directly above words of its own, which answer it.</summary>
public sealed record InlineAnswer
{
    /// <summary>The end of the quoted passage, in at most some hundred characters.</summary>
    [JsonPropertyName("quoted")]
    public required string Quoted { get; init; }

    /// <summary>The history item that the passage is from; null if none of the history has it.</summary>
    [JsonPropertyName("historyItem")]
    public int? HistoryItem { get; init; }

    /// <summary>How the sender's own words below it begin.</summary>
    [JsonPropertyName("answer")]
    public required string Answer { get; init; }
}
