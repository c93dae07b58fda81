using Microsoft.Data.Sqlite;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>Whether the files that a killed host left are sound.</summary>
internal static class DatabaseCheck
{
    /// <summary>Checks all databases.</summary>
    /// <param name="folder">Below which they are.</param>
    /// <param name="violations">What went wrong.</param>
    public static void Run(string folder, Violations violations)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.db", SearchOption.AllDirectories))
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
            connection.Open();
            using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            if (check.ExecuteScalar() is not "ok")
            {
                violations.Add($"{Path.GetFileName(file)} is damaged");
            }
        }
    }
}
