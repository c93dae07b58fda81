using System.Text.Json;
using DurableSqlite.Storage;
using Microsoft.Data.Sqlite;

namespace LocalFunctionsHost.Queues;

/// <summary>The queues. What was changed is on the disk when a call returns.</summary>
internal sealed class QueueTable(Store store, TimeProvider time)
{
    /// <summary>Creates a queue; false if there is one with the same metadata.</summary>
    public Task<Outcome<bool>> CreateAsync(string name, IReadOnlyDictionary<string, string> metadata) =>
        store.CommitAsync<Outcome<bool>>(database =>
            Find(database, name) is { } found ? IsSame(found.Metadata, metadata) ? false : StorageError.QueueAlreadyExists
            : database.Execute("INSERT INTO Queue (Name, Metadata) VALUES (@0, @1)", name, JsonSerializer.Serialize(metadata)) == 1);

    /// <summary>Deletes a queue and its messages.</summary>
    public Task<Outcome<bool>> DeleteAsync(string name) => store.CommitAsync(database =>
    {
        database.Execute("DELETE FROM Message WHERE Queue = (SELECT Id FROM Queue WHERE Name = @0)", name);
        return Found(database.Execute("DELETE FROM Queue WHERE Name = @0", name));
    });

    /// <summary>Replaces a queue's metadata.</summary>
    public Task<Outcome<bool>> SetMetadataAsync(string name, IReadOnlyDictionary<string, string> metadata) => store.CommitAsync(database =>
        Found(database.Execute("UPDATE Queue SET Metadata = @1 WHERE Name = @0", name, JsonSerializer.Serialize(metadata))));

    /// <summary>Finds a queue.</summary>
    public Outcome<StoredQueue> Get(string name) =>
        store.Read(database => Find(database, name)) is { } found ? found : StorageError.QueueNotFound;

    /// <summary>Lists queues by name, from a name on.</summary>
    public List<StoredQueue> List(string prefix, string from, int max) => store.Read(database => database.Query(
        "SELECT Name, Metadata, 0 FROM Queue WHERE substr(Name, 1, length(@0)) = @0 AND Name >= @1 ORDER BY Name LIMIT @2",
        Read,
        prefix,
        from,
        max));

    private static Outcome<bool> Found(int changed) => changed == 1 ? true : StorageError.QueueNotFound;

    private StoredQueue? Find(Database database, string name) => database.Query(
        "SELECT Name, Metadata, (SELECT count(*) FROM Message WHERE Queue = Queue.Id AND Expires > @1) FROM Queue WHERE Name = @0",
        Read,
        name,
        time.GetUtcNow().ToUnixTimeMilliseconds()).SingleOrDefault();

    private static StoredQueue Read(SqliteDataReader row) =>
        new(row.GetString(0), JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(1))!, row.GetInt64(2));

    private static bool IsSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && new Dictionary<string, string>(one, StringComparer.OrdinalIgnoreCase) is var names
        && other.All(pair => names.TryGetValue(pair.Key, out var value) && string.Equals(value, pair.Value, StringComparison.Ordinal));
}
