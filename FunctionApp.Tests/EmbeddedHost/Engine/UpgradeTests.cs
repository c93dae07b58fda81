using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

/// <summary>A state file of an earlier version serves on.</summary>
public sealed class UpgradeTests
{
    // The first version's tables, as they were.
    private const string First = """
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
        INSERT INTO instances VALUES ('old','Run','','e1',0,638000000000000000,638000000000000000,'"in"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
        INSERT INTO messages VALUES (1,'old',1,NULL,'e1',NULL,NULL,NULL,NULL,NULL,0);
        PRAGMA user_version=1;
        """;

    [Fact]
    public async Task A_file_of_the_first_version_keeps_its_runs_and_takes_new_ones()
    {
        using var folder = new TempFolder();
        var path = folder.File("durable.db");
        Write(path, First);
        var functions = new TestFunctions().Activity<string, string>("Echo", text => text).Orchestrator("Run", context => context.CallActivityAsync<string>("Echo", context.GetInput<string>()));
        await using var bed = await EngineBed.StartAsync(functions, options => options with { DatabasePath = path });

        Assert.Equal("in", (await bed.EndAsync("old")).ReadOutputAs<string>());
        Assert.Equal("new", await bed.ResultAsync<string>("Run", "new"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await bed.StateAsync("old")).RuntimeStatus);
    }

    [Fact]
    public void A_file_is_upgraded_once_and_is_then_like_a_new_one()
    {
        using var folder = new TempFolder();
        var (old, fresh) = (folder.File("old.db"), folder.File("fresh.db"));
        Write(old, First);
        Schema.Open(old).Dispose();
        Schema.Open(old).Dispose();
        Schema.Open(fresh).Dispose();

        Assert.Equal(Columns(fresh), Columns(old));
    }

    private static void Write(string path, string script)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this file.
        command.CommandText = script;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static List<string> Columns(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type='table' ORDER BY m.name, c.cid";
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }
}
