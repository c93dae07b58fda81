using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Reports.Digest;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>Adds up a digest.</summary>
internal static class DigestSums
{
    /// <summary>The sums.</summary>
    /// <param name="entries">The cases.</param>
    /// <returns>How many there are of which kind, in all and by rep.</returns>
    public static DigestTotals Of(IReadOnlyList<DigestEntry> entries) => new()
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
