using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Waits;

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

    /// <summary>Adds up a digest's cases.</summary>
    internal static DigestTotals From(IReadOnlyList<DigestEntry> entries) => new()
    {
        Cases = entries.Count,
        Unread = entries.Count(entry => entry.Problem is not null),
        WaitingForTeam = entries.Count(WaitsForTeam),
        WaitingForCustomer = entries.Count(entry => entry.Waiting?.On == WaitingOn.Customer),
        Unanswered = entries.Count(entry => entry is { Problem: null, LastRep: null }),
        ByRep =
        [
            .. entries.Where(entry => entry.LastRep is not null).GroupBy(entry => entry.LastRep!.Id)
                .Select(group => new DigestRepTotal
                {
                    Id = group.Key,
                    Name = group.Select(entry => entry.LastRep!.Name).FirstOrDefault(name => name is not null),
                    Cases = group.Count(),
                    WaitingForTeam = group.Count(WaitsForTeam),
                })
                .OrderByDescending(total => total.Cases).ThenBy(total => total.Id.Value),
        ],
    };

    private static bool WaitsForTeam(DigestEntry entry) => entry.Waiting?.On == WaitingOn.Team;
}
