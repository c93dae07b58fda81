using System.Text.RegularExpressions;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>Tells runs that somebody started from those that a run started, and from what is no run.</summary>
internal static partial class TopLevelRuns
{
    /// <summary>True for entities, and for children: their ids begin with the run's.</summary>
    public static bool IsPart(string id) => id.StartsWith('@') || ChildId.IsMatch(id);

    [GeneratedRegex("^[a-z]+-[0-9a-f]{32}-", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChildId { get; }
}
