namespace FuseDeskFlows.Tests.Contracts;

/// <summary>The public API of the Azure packages.</summary>
internal static class ApiTable
{
    /// <summary>The table's entries by id; a type may be in more than one package.</summary>
    public static ILookup<string, ApiEntry> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Contracts", "azure-functions-api.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToLookup(parts => parts[1], parts => new ApiEntry(parts[1], parts[2], parts[3]), StringComparer.Ordinal);
}
