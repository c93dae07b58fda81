using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>The cases that one rep answered last.</summary>
public sealed record DigestRepTotal
{
    /// <summary>The user id.</summary>
    [JsonPropertyName("id")]
    public required RepId Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>How many cases.</summary>
    [JsonPropertyName("cases")]
    public required int Cases { get; init; }

    /// <summary>In how many of them the customer waits again.</summary>
    [JsonPropertyName("waitingForTeam")]
    public required int WaitingForTeam { get; init; }
}
