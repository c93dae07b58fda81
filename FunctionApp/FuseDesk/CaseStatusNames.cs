namespace FuseDeskFlows.FuseDesk;

/// <summary>The names of the statuses, as FuseDesk and people write them.</summary>
internal static class CaseStatusNames
{
    /// <summary>Every known status by its name.</summary>
    public static IReadOnlyDictionary<string, CaseStatus> All { get; } = new Dictionary<string, CaseStatus>(StringComparer.Ordinal)
    {
        ["new"] = CaseStatus.New,
        ["open"] = CaseStatus.Open,
        ["closed"] = CaseStatus.Closed,
    };

    /// <summary>A status's name; null for one that this version does not know.</summary>
    public static string? Of(CaseStatus? status) => All.FirstOrDefault(known => known.Value == status).Key;
}
