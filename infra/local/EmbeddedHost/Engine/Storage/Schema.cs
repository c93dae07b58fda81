using Microsoft.Data.Sqlite;

namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>The tables, and the check that a file has them. Times are UTC ticks; failures and tags are JSON.</summary>
internal static class Schema
{
    public const int Version = 2;

    private const int CannotOpen = 14, Corrupt = 11, NotADatabase = 26;

    private const string Tables = """
        CREATE TABLE instances (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, execution TEXT NOT NULL, status INTEGER NOT NULL,
            created INTEGER NOT NULL, updated INTEGER NOT NULL, input TEXT, output TEXT, failure TEXT, custom_status TEXT, tags TEXT,
            parent TEXT, parent_name TEXT, parent_execution TEXT, parent_task INTEGER, trace TEXT) WITHOUT ROWID;
        CREATE INDEX instances_by_creation ON instances (created, id);
        CREATE INDEX instances_by_parent ON instances (parent) WHERE parent IS NOT NULL;
        CREATE TABLE history (
            instance TEXT NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, task INTEGER, name TEXT,
            target TEXT, data TEXT, failure TEXT, fire_at INTEGER, PRIMARY KEY (instance, seq)) WITHOUT ROWID;
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY, target TEXT NOT NULL, kind INTEGER NOT NULL, due INTEGER, execution TEXT, task INTEGER, name TEXT,
            data TEXT, failure TEXT, sender TEXT, recursive INTEGER NOT NULL, trace TEXT);
        CREATE INDEX messages_by_target ON messages (target);
        CREATE TABLE activities (
            instance TEXT NOT NULL, execution TEXT NOT NULL, task INTEGER NOT NULL, name TEXT NOT NULL, input TEXT,
            PRIMARY KEY (instance, execution, task)) WITHOUT ROWID;
        CREATE TABLE entities (
            id TEXT PRIMARY KEY, state TEXT, locked_by TEXT, updated INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX entities_by_lock ON entities (locked_by) WHERE locked_by IS NOT NULL;
        """;

    // What makes a file of version n, counted from 1, one of version n + 1. Columns are added at the end, as above.
    private static readonly string[] Upgrades =
    [
        """
        ALTER TABLE instances ADD COLUMN trace TEXT;
        ALTER TABLE messages ADD COLUMN trace TEXT;
        """,
    ];

    /// <summary>Opens the file for writing; makes the tables if it is new, and brings an older file up to date.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, foreign, or of a newer version.</exception>
    public static SqlSession Open(string path)
    {
        SqlSession? session = null;
        try
        {
            session = new SqlSession(path, SqliteOpenMode.ReadWriteCreate);
            session.Execute("PRAGMA journal_mode=WAL");
            session.Execute("PRAGMA synchronous=FULL");
            Prepare(session, path);
            return session;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is CannotOpen or Corrupt or NotADatabase)
        {
            session?.Dispose();
            throw new InvalidDataException($"The state file '{path}' cannot be read as a database ({e.Message}). Restore it or move it away.", e);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    private static void Prepare(SqlSession session, string path)
    {
        var version = session.Number("PRAGMA user_version");
        if (version > Version)
        {
            throw new InvalidDataException($"The state file '{path}' has schema {version}; this program knows schemas up to {Version}. Use a newer program.");
        }

        if (version == Version)
        {
            return;
        }

        if (version == 0 && session.Number("SELECT count(*) FROM sqlite_master") > 0)
        {
            throw new InvalidDataException($"The file '{path}' is a database of something else; the state needs a file of its own.");
        }

        // One transaction: a kill in the middle leaves the file as it was, not half a schema.
        session.Execute("BEGIN IMMEDIATE");
        foreach (var script in version == 0 ? [Tables] : Upgrades.Skip((int)version - 1))
        {
            session.Execute(script);
        }

        session.Execute($"PRAGMA user_version={Version}");
        session.Execute("COMMIT");
    }
}
