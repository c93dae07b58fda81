using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk;

/// <summary>What a history or a chat's messages lack of what FuseDesk has: nothing may be concluded from its not being there.</summary>
public sealed record HistoryGaps
{
    /// <summary>True if the answer has no such field, so that it says nothing of it.</summary>
    [JsonPropertyName("isMissing")]
    public bool IsMissing { get; init; }

    /// <summary>True if there is something that is no list, so that none of it could be read.</summary>
    [JsonPropertyName("isUnreadable")]
    public bool IsUnreadable { get; init; }

    /// <summary>How many items, or texts of items, could not be read.</summary>
    [JsonPropertyName("items")]
    public int Items { get; init; }

    /// <summary>True if Truto says that the answer is only a part.</summary>
    [JsonPropertyName("isPartial")]
    public bool IsPartial { get; init; }
}
