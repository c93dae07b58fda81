using Microsoft.Data.Sqlite;

namespace FuseDeskFlows.EmbeddedHost.Engine.Storage;

/// <summary>The tables, and the check that a file has them. Times are UTC ticks; failures and tags are JSON.</summary>
internal static class Schema
{
    public const int Version = 1;

    private const int CannotOpen = 14, Corrupt = 11, NotADatabase = 26;

    private const string Tables = """
        CREATE TABLE instances (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, execution TEXT NOT NULL, status INTEGER NOT NULL,
            created INTEGER NOT NULL, updated INTEGER NOT NULL, input TEXT, output TEXT, failure TEXT, custom_status TEXT, tags TEXT,
            parent TEXT, parent_name TEXT, parent_execution TEXT, parent_task INTEGER) WITHOUT ROWID;
        CREATE INDEX instances_by_creation ON instances (created, id);
        CREATE INDEX instances_by_parent ON instances (parent) WHERE parent IS NOT NULL;
        CREATE TABLE history (
            instance TEXT NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, task INTEGER, name TEXT,
            target TEXT, data TEXT, failure TEXT, fire_at INTEGER, PRIMARY KEY (instance, seq)) WITHOUT ROWID;
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY, target TEXT NOT NULL, kind INTEGER NOT NULL, due INTEGER, execution TEXT, task INTEGER, name TEXT,
            data TEXT, failure TEXT, sender TEXT, recursive INTEGER NOT NULL);
        CREATE INDEX messages_by_target ON messages (target);
        CREATE TABLE activities (
            instance TEXT NOT NULL, execution TEXT NOT NULL, task INTEGER NOT NULL, name TEXT NOT NULL, input TEXT,
            PRIMARY KEY (instance, execution, task)) WITHOUT ROWID;
        CREATE TABLE entities (
            id TEXT PRIMARY KEY, state TEXT, locked_by TEXT, updated INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX entities_by_lock ON entities (locked_by) WHERE locked_by IS NOT NULL;
        """;

    /// <summary>Opens the file for writing; makes the tables if it is new.</summary>
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

        if (session.Number("SELECT count(*) FROM sqlite_master") > 0)
        {
            throw new InvalidDataException($"The file '{path}' is a database of something else; the state needs a file of its own.");
        }

        // One transaction: a kill in the middle leaves an empty file, not half a schema.
        session.Execute("BEGIN IMMEDIATE");
        session.Execute(Tables);
        session.Execute("PRAGMA user_version=1");
        session.Execute("COMMIT");
    }
}
