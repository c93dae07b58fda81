using Microsoft.Data.Sqlite;

namespace LocalFunctionsHost.State;

/// <summary>Knows what an earlier version of the host left in a state folder, which kept other tables in files of the same names.</summary>
internal static class FormerState
{
    private static readonly (string File, string Table, string Column)[] Marks =
        [("durable.db", "activities", "execution"), ("queues.db", "messages", "sequence")];

    /// <summary>Checks a folder.</summary>
    /// <param name="folder">The state folder.</param>
    /// <exception cref="HostStartException">The state is the earlier version's.</exception>
    public static void Refuse(string folder)
    {
        foreach (var (file, table, column) in Marks)
        {
            if (Has(Path.Combine(folder, file), table, column))
            {
                throw new HostStartException(
                    $"The state folder {folder} holds runs and queues of an earlier version of this host, which this one cannot go on with: "
                    + "delete the folder, or move it away.");
            }
        }
    }

    private static bool Has(string file, string table, string column)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            var source = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
            using var connection = new SqliteConnection(source.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM pragma_table_info($table) WHERE name = $column";
            command.Parameters.AddWithValue("$table", table);
            command.Parameters.AddWithValue("$column", column);
            return command.ExecuteScalar() is > 0L;
        }
        catch (SqliteException)
        {
            // Damaged or no database: who opens it for its own use says so.
            return false;
        }
    }
}
