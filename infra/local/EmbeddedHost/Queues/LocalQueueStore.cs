using System.Globalization;
using Azure.Storage.Queues.Models;
using Microsoft.Data.Sqlite;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>Keeps queues in one SQLite file. What was sent is on the disk when the call returns.</summary>
internal sealed class LocalQueueStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private readonly GroupCommit _writer;

    public LocalQueueStore(string path, TimeProvider time)
    {
        _time = time;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
        Execute("""
            CREATE TABLE IF NOT EXISTS messages (
                sequence INTEGER PRIMARY KEY AUTOINCREMENT,
                queue TEXT NOT NULL,
                id TEXT NOT NULL,
                body BLOB NOT NULL,
                inserted_at INTEGER NOT NULL,
                visible_at INTEGER NOT NULL,
                attempts INTEGER NOT NULL,
                receipt TEXT NULL) STRICT;
            CREATE INDEX IF NOT EXISTS due ON messages (queue, visible_at, sequence);
            """);

        // One process owns the file, so whoever held a receipt is gone: his messages need not wait until he would have been given up.
        Execute("UPDATE messages SET receipt = NULL, visible_at = $now WHERE receipt IS NOT NULL;", ("$now", Now()));
        _writer = new GroupCommit(_connection);
    }

    /// <summary>Adds a message.</summary>
    public Task SendAsync(string queue, BinaryData body) => _writer.RunAsync(() => Execute(
        "INSERT INTO messages (queue, id, body, inserted_at, visible_at, attempts) VALUES ($queue, $id, $body, $now, $now, 0);",
        ("$queue", queue),
        ("$id", Guid.NewGuid().ToString()),
        ("$body", body.ToArray()),
        ("$now", Now())));

    /// <summary>Takes messages, the oldest first.</summary>
    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan hide) => _writer.RunAsync(() => Receive(queue, max, hide));

    /// <summary>Reads messages that could be received, the oldest first, and leaves them alone.</summary>
    public Task<IReadOnlyList<PeekedMessage>> PeekAsync(string queue, int max) => _writer.RunAsync<IReadOnlyList<PeekedMessage>>(() => Peek(queue, max));

    /// <summary>Counts messages, whether they could be received or not.</summary>
    public Task<int> CountAsync(string queue) => _writer.RunAsync(() =>
    {
        using var command = Command("SELECT count(*) FROM messages WHERE queue = $queue;", ("$queue", queue));
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    });

    /// <summary>Hides a received message; false if it is not held by that receipt any more.</summary>
    public Task<bool> HideAsync(string queue, string id, string receipt, TimeSpan hide) => _writer.RunAsync(() => Execute(
        "UPDATE messages SET visible_at = $until WHERE queue = $queue AND id = $id AND receipt = $receipt;",
        ("$until", Now() + (long)hide.TotalMilliseconds),
        ("$queue", queue),
        ("$id", id),
        ("$receipt", receipt)) > 0);

    /// <summary>Puts a received message back: it is nobody's now, and due after the delay.</summary>
    public Task ReleaseAsync(string queue, string id, string receipt, TimeSpan delay) => _writer.RunAsync(() => Execute(
        "UPDATE messages SET visible_at = $due, receipt = NULL WHERE queue = $queue AND id = $id AND receipt = $receipt;",
        ("$due", Now() + (long)delay.TotalMilliseconds),
        ("$queue", queue),
        ("$id", id),
        ("$receipt", receipt)));

    /// <summary>Removes a received message, if it is still held by that receipt.</summary>
    public Task DeleteAsync(string queue, string id, string receipt) => _writer.RunAsync(() => Execute(
        "DELETE FROM messages WHERE queue = $queue AND id = $id AND receipt = $receipt;",
        ("$queue", queue),
        ("$id", id),
        ("$receipt", receipt)));

    /// <summary>When the next message can be received; null if there is none.</summary>
    public Task<DateTimeOffset?> NextVisibleAsync(string queue) => _writer.RunAsync(() =>
    {
        using var command = Command("SELECT min(visible_at) FROM messages WHERE queue = $queue;", ("$queue", queue));
        return command.ExecuteScalar() is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _connection.Dispose();
    }

    private IReadOnlyList<QueueMessage> Receive(string queue, int max, TimeSpan hide)
    {
        using var command = Command(
            """
            UPDATE messages SET attempts = attempts + 1, receipt = lower(hex(randomblob(16))), visible_at = $until
            WHERE sequence IN (SELECT sequence FROM messages WHERE queue = $queue AND visible_at <= $now ORDER BY visible_at, sequence LIMIT $max)
            RETURNING id, receipt, body, attempts, visible_at, inserted_at, sequence;
            """,
            ("$queue", queue),
            ("$now", Now()),
            ("$until", Now() + (long)hide.TotalMilliseconds),
            ("$max", max));
        using var reader = command.ExecuteReader();
        var messages = new List<(long Sequence, QueueMessage Message)>();
        while (reader.Read())
        {
            messages.Add((reader.GetInt64(6), Message(reader)));
        }

        return [.. messages.OrderBy(m => m.Sequence).Select(m => m.Message)];
    }

    private List<PeekedMessage> Peek(string queue, int max)
    {
        using var command = Command(
            "SELECT id, body, attempts, inserted_at FROM messages WHERE queue = $queue AND visible_at <= $now ORDER BY sequence LIMIT $max;",
            ("$queue", queue),
            ("$now", Now()),
            ("$max", max));
        using var reader = command.ExecuteReader();
        var messages = new List<PeekedMessage>();
        while (reader.Read())
        {
            messages.Add(QueuesModelFactory.PeekedMessage(
                reader.GetString(0), new BinaryData((byte[])reader.GetValue(1)), reader.GetInt64(2), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3))));
        }

        return messages;
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private static QueueMessage Message(SqliteDataReader row) => QueuesModelFactory.QueueMessage(
        row.GetString(0),
        row.GetString(1),
        new BinaryData((byte[])row.GetValue(2)),
        row.GetInt64(3),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));

    private int Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant of this class; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
