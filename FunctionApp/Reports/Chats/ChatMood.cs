using System.Text.Json.Serialization;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Reports.Chats;

/// <summary>The customer's mood, as far as messages show it.</summary>
public sealed record ChatMood
{
    /// <summary>The mood that the last of the signs shows.</summary>
    [JsonPropertyName("last")]
    public Mood Last { get; init; }

    /// <summary>The messages that show it, oldest first: the newest five.</summary>
    [JsonPropertyName("signs")]
    public IReadOnlyList<MoodSign> Signs { get; init; } = [];
}
