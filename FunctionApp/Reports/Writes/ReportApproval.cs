using System.Text.Json.Serialization;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>A decision on a write: whose, when, and on what exactly.</summary>
public sealed record ReportApproval
{
    /// <summary>The decision's own id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>True for an approval, false for a rejection.</summary>
    [JsonPropertyName("approved")]
    public bool Approved { get; init; }

    /// <summary>Who decided; null where the deadline did.</summary>
    [JsonPropertyName("by")]
    public string? By { get; init; }

    /// <summary><c>platform</c> if the sign-in in front of the app says who it was, <c>request</c> if she said so herself.</summary>
    [JsonPropertyName("identifiedBy")]
    public string? IdentifiedBy { get; init; }

    /// <summary>When the run took the decision.</summary>
    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, in her words.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>The hash of what was decided on: tool, arguments, and the target's state that they were proposed on.</summary>
    [JsonPropertyName("hash")]
    public required string Hash { get; init; }

    /// <summary>The arguments as she changed them, a JSON object; null if she did not.</summary>
    [JsonPropertyName("editedArguments")]
    [JsonConverter(typeof(JsonTextConverter))]
    public string? EditedArguments { get; init; }

    /// <summary>The hash of what she made of it; null if she changed nothing.</summary>
    [JsonPropertyName("editedHash")]
    public string? EditedHash { get; init; }
}
