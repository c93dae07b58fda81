using FuseDeskFlows.Activities.Writes;

namespace FuseDeskFlows.Orchestrations.Writes.Targets;

/// <summary>Which of a target's fields a person decides by.</summary>
internal static class TargetComparison
{
    /// <summary>The fields that must be as they were, in the order of their names.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Compared(WritePlan plan, WriteTarget? target) =>
        (target?.Fields ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .Where(field => Counts(plan.Kind, field.Key))
            .OrderBy(field => field.Key, StringComparer.Ordinal);

    /// <summary>The names of the fields that differ.</summary>
    public static IReadOnlyList<string> Differences(WritePlan plan, WriteTarget before, WriteTarget now)
    {
        var (one, other) =
            (Compared(plan, before).ToDictionary(StringComparer.Ordinal), Compared(plan, now).ToDictionary(StringComparer.Ordinal));
        return [.. one.Keys.Union(other.Keys, StringComparer.Ordinal)
            .Where(field => !string.Equals(one.GetValueOrDefault(field), other.GetValueOrDefault(field), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    // Tags and snoozing are many hands' work, and say nothing of other writes.
    private static bool Counts(WriteKind kind, string field) => field switch
    {
        TargetFields.Tags => kind is WriteKind.CaseTag or WriteKind.CaseUntag or WriteKind.Other,
        TargetFields.SnoozedUntil => kind is WriteKind.CaseSnooze or WriteKind.Other,
        _ => true,
    };
}
