using DurableSqlite.Storage;
using Microsoft.Data.Sqlite;

namespace LocalFunctionsHost.Queues;

/// <summary>The messages of queues. What was changed is on the disk when a call returns.</summary>
internal sealed class MessageTable(Store store, TimeProvider time)
{
    private const string Select =
        "SELECT Id, Body, Inserted, Expires, Visible, DequeueCount, PopReceipt FROM Message WHERE Queue = @0 AND Expires > @1 ";

    private const string Insert =
        "INSERT INTO Message (Queue, Id, Body, Inserted, Expires, Visible, DequeueCount, PopReceipt, IsHeld) "
        + "VALUES (@0, @1, @2, @3, @4, @5, 0, @6, 0)";

    /// <summary>Adds a message.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="text">What is sent.</param>
    /// <param name="delay">How long it is hidden.</param>
    /// <param name="timeToLive">How long it is kept; null for ever.</param>
    public Task<Outcome<StoredMessage>> SendAsync(string queue, string text, TimeSpan delay, TimeSpan? timeToLive)
    {
        var now = time.GetUtcNow();
        var expires = timeToLive is { } ttl && ttl < DateTimeOffset.MaxValue - now ? now + ttl : DateTimeOffset.MaxValue;
        var message = new StoredMessage(Guid.NewGuid().ToString(), text, now, expires, now + delay, 0, NewReceipt());
        return store.CommitAsync(database => InQueue<StoredMessage>(database, queue, id =>
        {
            database.Execute(Insert, id, message.Id, text, Stamp(now), Stamp(expires), Stamp(message.VisibleOn), message.PopReceipt);
            return message;
        }));
    }

    /// <summary>Takes messages, the longest visible first, and hides them.</summary>
    public async Task<Outcome<List<StoredMessage>>> ReceiveAsync(string queue, int max, TimeSpan hide)
    {
        // Most polls find nothing, and cost the writer nothing.
        if (Peek(queue, 1) is { Value: not { Count: > 0 } } nothing)
        {
            return nothing;
        }

        return await store.CommitAsync(database => InQueue<List<StoredMessage>>(database, queue, id =>
        {
            var now = time.GetUtcNow();
            database.Execute("DELETE FROM Message WHERE Expires <= @0", Stamp(now));
            return Visible(database, id, max).ConvertAll(message =>
            {
                var taken = message with { VisibleOn = now + hide, DequeueCount = message.DequeueCount + 1, PopReceipt = NewReceipt() };
                database.Execute(
                    "UPDATE Message SET Visible = @1, DequeueCount = @2, PopReceipt = @3, IsHeld = 1 WHERE Id = @0",
                    taken.Id, Stamp(taken.VisibleOn), taken.DequeueCount, taken.PopReceipt);
                return taken;
            });
        }));
    }

    /// <summary>Reads messages that could be received, and leaves them alone.</summary>
    public Outcome<List<StoredMessage>> Peek(string queue, int max) =>
        store.Read(database => InQueue<List<StoredMessage>>(database, queue, id => Visible(database, id, max)));

    /// <summary>Hides a message for another time, and replaces its text unless that is null.</summary>
    public Task<Outcome<StoredMessage>> UpdateAsync(string queue, string message, string receipt, TimeSpan hide, string? text) =>
        AsHolderAsync(queue, message, receipt, (database, found) =>
        {
            var changed = found with { Text = text ?? found.Text, VisibleOn = time.GetUtcNow() + hide, PopReceipt = NewReceipt() };
            database.Execute(
                "UPDATE Message SET Body = @1, Visible = @2, PopReceipt = @3, IsHeld = 0 WHERE Id = @0",
                message, changed.Text, Stamp(changed.VisibleOn), changed.PopReceipt);
            return changed;
        });

    /// <summary>Deletes a message.</summary>
    public Task<Outcome<StoredMessage>> DeleteAsync(string queue, string message, string receipt) =>
        AsHolderAsync(queue, message, receipt, (database, found) =>
        {
            database.Execute("DELETE FROM Message WHERE Id = @0", message);
            return found;
        });

    /// <summary>Deletes all messages of a queue, and says how many.</summary>
    public Task<Outcome<int>> ClearAsync(string queue) => store.CommitAsync(database =>
        InQueue<int>(database, queue, id => database.Execute("DELETE FROM Message WHERE Queue = @0", id)));

    /// <summary>
    /// Shows what was received and neither changed nor deleted: whoever held it went with the process that served these queues, so
    /// nobody has to wait until he would have been given up.
    /// </summary>
    public Task ReleaseHeldAsync() => store.WriteAsync(database => database.Execute(
        "UPDATE Message SET Visible = @0, IsHeld = 0 WHERE IsHeld = 1 AND Visible > @0", Stamp(time.GetUtcNow())));

    private Task<Outcome<StoredMessage>> AsHolderAsync(
        string queue, string message, string receipt, Func<Database, StoredMessage, StoredMessage> act) =>
        store.CommitAsync(database => InQueue<StoredMessage>(database, queue, id =>
            database.Query(Select + "AND Id = @2", Read, id, Stamp(time.GetUtcNow()), message) is not [var found]
                ? StorageError.MessageNotFound
            : !string.Equals(found.PopReceipt, receipt, StringComparison.Ordinal) ? StorageError.PopReceiptMismatch
            : act(database, found)));

    private List<StoredMessage> Visible(Database database, long queue, int max) =>
        database.Query(Select + "AND Visible <= @1 ORDER BY Visible, Sequence LIMIT @2", Read, queue, Stamp(time.GetUtcNow()), max);

    private static Outcome<T> InQueue<T>(Database database, string queue, Func<long, Outcome<T>> act) =>
        database.Scalar<long?>("SELECT Id FROM Queue WHERE Name = @0", queue) is { } id ? act(id) : StorageError.QueueNotFound;

    private static StoredMessage Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), Time(row, 2), Time(row, 3), Time(row, 4), row.GetInt64(5), row.GetString(6));

    private static DateTimeOffset Time(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static long Stamp(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private static string NewReceipt() => Convert.ToBase64String(Guid.NewGuid().ToByteArray());
}
