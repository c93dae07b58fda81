namespace FuseDeskFlows.Tests.Contracts;

/// <summary>Compares what we declare with what Microsoft's packages declare.</summary>
internal static class ApiComparison
{
    /// <summary>What is not in the table, or is different there.</summary>
    public static IReadOnlyList<string> Problems(IEnumerable<ApiEntry> declared, ILookup<string, ApiEntry> table)
    {
        var problems = new List<string>();
        foreach (var entry in declared)
        {
            var known = table[entry.Id].ToList();
            if (known.Count == 0)
            {
                problems.Add($"{entry.Id} is not in the table");
            }
            else if (!known.Contains(entry) && !IsCovariantClone(entry, known))
            {
                problems.Add($"{entry.Id} is '{entry.Type} {entry.Modifiers}', but in the table '{known[0].Type} {known[0].Modifiers}'");
            }
        }

        return problems;
    }

    // Their assemblies are for older runtimes too, where a record's clone cannot have a type of its own; callers never name it.
    private static bool IsCovariantClone(ApiEntry entry, List<ApiEntry> known) =>
        entry.Id.EndsWith(".<Clone>$", StringComparison.Ordinal) && known.Exists(k => string.Equals(k.Modifiers, entry.Modifiers, StringComparison.Ordinal));
}
