using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>What a write changes in one field, side by side.</summary>
public sealed record WriteChange
{
    /// <summary>
    /// The field: <c>status</c>, <c>rep</c>, <c>department</c>, <c>summary</c>, <c>tags</c>, <c>note</c>, <c>mail</c>, or the argument's
    /// name.
    /// </summary>
    [JsonPropertyName("field")]
    public required string Field { get; init; }

    /// <summary>How it is now, for a person; null where there is nothing.</summary>
    [JsonPropertyName("now")]
    public string? Now { get; init; }

    /// <summary>How it is to be, for a person.</summary>
    [JsonPropertyName("then")]
    public string? Then { get; init; }

    /// <summary>How it was when it was read after the write, for a person; null if it was not read, or there is nothing.</summary>
    [JsonPropertyName("after")]
    public string? After { get; init; }
}
