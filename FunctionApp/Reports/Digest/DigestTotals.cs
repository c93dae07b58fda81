using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>Sums of a digest.</summary>
public sealed record DigestTotals
{
    /// <summary>How many cases there are.</summary>
    [JsonPropertyName("cases")]
    public int Cases { get; init; }

    /// <summary>How many of them could not be read.</summary>
    [JsonPropertyName("unread")]
    public int Unread { get; init; }

    /// <summary>In how many the customer waits for the team.</summary>
    [JsonPropertyName("waitingForTeam")]
    public int WaitingForTeam { get; init; }

    /// <summary>In how many the team waits for the customer.</summary>
    [JsonPropertyName("waitingForCustomer")]
    public int WaitingForCustomer { get; init; }

    /// <summary>How many nobody has answered.</summary>
    [JsonPropertyName("unanswered")]
    public int Unanswered { get; init; }

    /// <summary>Cases by the rep who answered last, the most first.</summary>
    [JsonPropertyName("byRep")]
    public IReadOnlyList<DigestRepTotal> ByRep { get; init; } = [];
}
