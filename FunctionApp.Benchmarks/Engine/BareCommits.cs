using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>What SQLite and the disk can do one at a time: three rows and a flush.</summary>
internal static class BareCommits
{
    private const int Rows = 3;
    private const int Length = 200;
    private const int Warm = 50;
    private const int Counted = 400;

    /// <summary>Measures.</summary>
    /// <param name="file">A file that is not there yet.</param>
    /// <returns>Commits a second.</returns>
    public static double PerSecond(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE Row(Id INTEGER PRIMARY KEY, Body TEXT)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Row(Body) VALUES(@body)";
        insert.Parameters.AddWithValue("@body", new string('x', Length));
        for (var i = 0; i < Warm; i++)
        {
            Commit();
        }

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Counted; i++)
        {
            Commit();
        }

        return Counted / watch.Elapsed.TotalSeconds;

        void Commit()
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = 0; i < Rows; i++)
            {
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    private static void Execute(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant
        command.CommandText = statements;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
