using System.Xml.Linq;
using DurableSqlite.Storage;
using Microsoft.Data.Sqlite;

namespace LocalFunctionsHost.Queues;

/// <summary>
/// The operations on queues: https://learn.microsoft.com/rest/api/storageservices/operations-on-queues.
/// What was changed is on the disk when it is answered.
/// </summary>
internal sealed class QueueOperations(Store store, TimeProvider time)
{
    private const int MostListed = 5000;

    public async Task<StorageResponse> CreateAsync(QueueRequest request, string queue)
    {
        var metadata = request.Metadata();
        return request.Error ?? await store.CommitAsync(database =>
        {
            if (Find(database, queue) is { } found)
            {
                return IsSame(found.Metadata, metadata) ? new(StatusCodes.Status204NoContent) : StorageError.QueueAlreadyExists;
            }

            database.Execute("INSERT INTO Queue (Name, Metadata) VALUES (@0, @1)", queue, JsonSerializer.Serialize(metadata));
            return new(StatusCodes.Status201Created);
        });
    }

    public Task<StorageResponse> DeleteAsync(string queue) => store.CommitAsync(database =>
    {
        database.Execute("DELETE FROM Message WHERE Queue = (SELECT Id FROM Queue WHERE Name = @0)", queue);
        return Changed(database.Execute("DELETE FROM Queue WHERE Name = @0", queue));
    });

    public async Task<StorageResponse> SetMetadataAsync(QueueRequest request, string queue)
    {
        var metadata = JsonSerializer.Serialize(request.Metadata());
        return request.Error ?? await store.CommitAsync(database =>
            Changed(database.Execute("UPDATE Queue SET Metadata = @1 WHERE Name = @0", queue, metadata)));
    }

    public StorageResponse Get(string queue) => store.Read(database => Find(database, queue)) is not { } found
        ? StorageError.QueueNotFound
        : new(StatusCodes.Status200OK)
        {
            Headers =
            [
                ("x-ms-approximate-messages-count", found.MessageCount.ToString(CultureInfo.InvariantCulture)),
                .. found.Metadata.Select(pair => ($"x-ms-meta-{pair.Key}", pair.Value)),
            ],
        };

    public StorageResponse List(QueueRequest request)
    {
        var max = request.Number("maxresults", MostListed, 1, MostListed);
        if (request.Error is { } error)
        {
            return error;
        }

        var (prefix, marker) = (request.Text("prefix"), request.Text("marker"));
        var withMetadata = request.Text("include").Contains("metadata", StringComparison.OrdinalIgnoreCase);

        // One more than asked for is where the next page begins.
        var queues = store.Read(database => database.Query(
            "SELECT Name, Metadata, 0 FROM Queue WHERE substr(Name, 1, length(@0)) = @0 AND Name >= @1 ORDER BY Name LIMIT @2",
            Read, prefix, marker, max + 1));
        return new(StatusCodes.Status200OK, new XElement(
            "EnumerationResults",
            new XAttribute("ServiceEndpoint", request.Url),
            new XElement("Prefix", prefix),
            new XElement("Marker", marker),
            new XElement("MaxResults", max),
            new XElement("Queues", queues.Take(max).Select(queue => new XElement(
                "Queue",
                new XElement("Name", queue.Name),
                withMetadata ? new XElement("Metadata", queue.Metadata.Select(pair => new XElement(pair.Key, pair.Value))) : null))),
            new XElement("NextMarker", queues.Skip(max).Select(queue => queue.Name).FirstOrDefault())));
    }

    private static StorageResponse Changed(int rows) => rows == 1 ? new(StatusCodes.Status204NoContent) : StorageError.QueueNotFound;

    // Hidden messages count too.
    private (string Name, Dictionary<string, string> Metadata, long MessageCount)? Find(Database database, string name) =>
        database.Query(
            "SELECT Name, Metadata, (SELECT count(*) FROM Message WHERE Queue = Queue.Id AND Expires > @1) FROM Queue WHERE Name = @0",
            Read, name, time.GetUtcNow().ToUnixTimeMilliseconds()) is [var found] ? found : null;

    private static (string Name, Dictionary<string, string> Metadata, long MessageCount) Read(SqliteDataReader row) =>
        (row.GetString(0), JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(1))!, row.GetInt64(2));

    private static bool IsSame(Dictionary<string, string> one, Dictionary<string, string> other) =>
        one.Count == other.Count
        && one.All(pair => other.TryGetValue(pair.Key, out var value) && string.Equals(value, pair.Value, StringComparison.Ordinal));
}
