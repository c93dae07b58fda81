using System.Xml.Linq;
using DurableSqlite.Storage;

namespace LocalFunctionsHost.Queues;

/// <summary>
/// The operations on messages: https://learn.microsoft.com/rest/api/storageservices/operations-on-messages.
/// What was changed is on the disk when it is answered.
/// </summary>
internal sealed class MessageOperations(Store store, TimeProvider time)
{
    private const int MostTaken = 32;
    private const int SecondsHidden = 30;
    private const string MessageList = "QueueMessagesList";

    private const string Select = $"SELECT {StoredMessage.Columns} FROM Message WHERE Queue = @0 AND Expires > @1 ";

    private const string Insert =
        $"INSERT INTO Message (Queue, {StoredMessage.Columns}, IsHeld) VALUES (@0, @1, @2, @3, @4, @5, 0, @6, 0)";

    private long Now => Stamp(time.GetUtcNow());

    /// <summary>
    /// Shows what was received and neither changed nor deleted: whoever held it went with the process that served these queues, so
    /// nobody has to wait until he would have been given up. What was freed since the last start is given back to the disk.
    /// </summary>
    public async Task TidyAsync()
    {
        await store.WriteAsync(database =>
        {
            database.Execute("UPDATE Message SET Visible = @0, IsHeld = 0 WHERE IsHeld = 1 AND Visible > @0", Now);
            DeleteExpired(database);
        });
        if (store.Read(database => database.Scalar<long>("PRAGMA freelist_count")) > 0)
        {
            await store.ShrinkAsync();
        }
    }

    public async Task<StorageResponse> SendAsync(QueueRequest request, string queue)
    {
        var delay = request.Number("visibilitytimeout", 0, 0, QueueRequest.SevenDays);
        var kept = request.Number("messagettl", QueueRequest.SevenDays, -1, int.MaxValue);
        if (kept is 0)
        {
            request.Fail(StorageError.InvalidParameter("messagettl", "0", "Value must be at least 1, or -1 to indicate an infinite TTL."));
        }
        else if (kept > 0 && delay >= kept && request.Text("messagettl").Length > 0)
        {
            request.Fail(StorageError.InvalidParameter("visibilitytimeout", $"{delay}", "It must be less than messagettl."));
        }

        var text = await request.MessageTextAsync();
        if (request.Error is not null || text is null)
        {
            return request.Error ?? StorageError.InvalidXmlDocument;
        }

        var now = time.GetUtcNow();
        var expires = kept > 0 ? now.AddSeconds(kept) : DateTimeOffset.MaxValue;
        var sent = new StoredMessage(Guid.NewGuid().ToString(), text, now, expires, now.AddSeconds(delay), 0, NewReceipt());
        return await store.CommitAsync(database =>
        {
            if (IdOf(database, queue) is not { } id)
            {
                return StorageError.QueueNotFound;
            }

            database.Execute(Insert, id, sent.Id, text, Stamp(now), Stamp(expires), Stamp(sent.VisibleOn), sent.PopReceipt);
            return new(StatusCodes.Status201Created, new XElement(MessageList, sent.ToXml(isHeld: true, isRead: false)));
        });
    }

    public async Task<StorageResponse> ReceiveAsync(QueueRequest request, string queue)
    {
        var max = request.Number("numofmessages", 1, 1, MostTaken);
        var hide = request.Number("visibilitytimeout", SecondsHidden, 1, QueueRequest.SevenDays);
        if (request.Error is { } error)
        {
            return error;
        }

        // Most polls find nothing, and cost the writer nothing.
        if (store.Read(database => Visible(database, queue, 1)) is not { Count: > 0 } and var nothing)
        {
            return Found(nothing, isHeld: true);
        }

        return await store.CommitAsync(database =>
        {
            DeleteExpired(database);
            var taken = Visible(database, queue, max)?.ConvertAll(message => message with
            {
                VisibleOn = time.GetUtcNow().AddSeconds(hide),
                DequeueCount = message.DequeueCount + 1,
                PopReceipt = NewReceipt(),
            });
            taken?.ForEach(message => database.Execute(
                "UPDATE Message SET Visible = @1, DequeueCount = @2, PopReceipt = @3, IsHeld = 1 WHERE Id = @0",
                message.Id, Stamp(message.VisibleOn), message.DequeueCount, message.PopReceipt));
            return Found(taken, isHeld: true);
        });
    }

    public StorageResponse Peek(QueueRequest request, string queue)
    {
        var max = request.Number("numofmessages", 1, 1, MostTaken);
        return request.Error ?? Found(store.Read(database => Visible(database, queue, max)), isHeld: false);
    }

    public async Task<StorageResponse> UpdateAsync(QueueRequest request, string queue, string id)
    {
        var hide = request.Number("visibilitytimeout", null, 0, QueueRequest.SevenDays);
        var text = await request.MessageTextAsync();
        return await AsHolderAsync(request, queue, id, (database, found) =>
        {
            var (visible, receipt) = (time.GetUtcNow().AddSeconds(hide), NewReceipt());
            database.Execute(
                "UPDATE Message SET Body = @1, Visible = @2, PopReceipt = @3, IsHeld = 0 WHERE Id = @0",
                id, text ?? found.Text, Stamp(visible), receipt);
            return new(StatusCodes.Status204NoContent)
            {
                Headers = [("x-ms-popreceipt", receipt), ("x-ms-time-next-visible", StoredMessage.Time(visible))],
            };
        });
    }

    public Task<StorageResponse> DeleteAsync(QueueRequest request, string queue, string id) =>
        AsHolderAsync(request, queue, id, (database, _) =>
        {
            database.Execute("DELETE FROM Message WHERE Id = @0", id);
            return new(StatusCodes.Status204NoContent);
        });

    public Task<StorageResponse> ClearAsync(string queue) => store.CommitAsync(database =>
    {
        if (IdOf(database, queue) is not { } id)
        {
            return StorageError.QueueNotFound;
        }

        database.Execute("DELETE FROM Message WHERE Queue = @0", id);
        return new(StatusCodes.Status204NoContent);
    });

    private async Task<StorageResponse> AsHolderAsync(
        QueueRequest request, string queue, string message, Func<Database, StoredMessage, StorageResponse> act)
    {
        var receipt = request.Text("popreceipt");
        if (receipt.Length == 0)
        {
            request.Fail(StorageError.MissingParameter("popreceipt"));
        }

        return request.Error ?? await store.CommitAsync(database =>
            IdOf(database, queue) is not { } id ? StorageError.QueueNotFound
            : database.Query(Select + "AND Id = @2", StoredMessage.Read, id, Now, message) is not [var found] ? StorageError.MessageNotFound
            : string.Equals(found.PopReceipt, receipt, StringComparison.Ordinal) ? act(database, found)
            : StorageError.PopReceiptMismatch);
    }

    private void DeleteExpired(Database database) => database.Execute("DELETE FROM Message WHERE Expires <= @0", Now);

    // The longest visible first; null where there is no such queue.
    private List<StoredMessage>? Visible(Database database, string queue, int max) => IdOf(database, queue) is { } id
        ? database.Query(Select + "AND Visible <= @1 ORDER BY Visible, Sequence LIMIT @2", StoredMessage.Read, id, Now, max)
        : null;

    private static long? IdOf(Database database, string queue) => database.Scalar<long?>("SELECT Id FROM Queue WHERE Name = @0", queue);

    private static long Stamp(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private static string NewReceipt() => Convert.ToBase64String(Guid.NewGuid().ToByteArray());

    private static StorageResponse Found(List<StoredMessage>? messages, bool isHeld) => messages is null
        ? StorageError.QueueNotFound
        : new(StatusCodes.Status200OK, new XElement(MessageList, messages.Select(message => message.ToXml(isHeld, isRead: true))));
}
