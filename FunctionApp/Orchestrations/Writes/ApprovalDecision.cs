using System.Text.Json;
using System.Text.Json.Serialization;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>A person's decision on a proposed write, as an event brings it to the run.</summary>
public sealed record ApprovalDecision
{
    /// <summary>The decision's own id, by which its sender learns what became of it.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>True to approve, false to reject.</summary>
    [JsonPropertyName("approve")]
    public required bool Approve { get; init; }

    /// <summary>The hash of what she saw.</summary>
    [JsonPropertyName("hash")]
    public required string Hash { get; init; }

    /// <summary>Which proposal of the write she saw; null where a program did not say.</summary>
    [JsonPropertyName("round")]
    public int? Round { get; init; }

    /// <summary>Who decides.</summary>
    [JsonPropertyName("by")]
    public required string By { get; init; }

    /// <summary><c>platform</c> if the sign-in in front of the app says who it is, else <c>request</c>.</summary>
    [JsonPropertyName("identifiedBy")]
    public string? IdentifiedBy { get; init; }

    /// <summary>Why, in her words.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>The arguments as she wants them, a JSON object; null to leave them.</summary>
    [JsonPropertyName("arguments")]
    [JsonConverter(typeof(JsonTextConverter))]
    public string? Arguments { get; init; }

    /// <summary>Reads an event's payload, whoever sent it: the management API can raise events too.</summary>
    /// <returns>Null if it is no decision of a named person.</returns>
    internal static ApprovalDecision? TryRead(JsonElement payload)
    {
        try
        {
            var read = payload.Deserialize<ApprovalDecision>();
            return string.IsNullOrWhiteSpace(read?.By) || string.IsNullOrWhiteSpace(read.Id) ? null : read;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
