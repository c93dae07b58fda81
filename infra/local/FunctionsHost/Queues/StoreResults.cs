using DurableSqlite.Storage;

namespace LocalFunctionsHost.Queues;

/// <summary>Writes that give something back.</summary>
internal static class StoreResults
{
    /// <summary>Runs a piece of work in the next transaction; what it gives is on the disk.</summary>
    /// <exception cref="DurableSqlite.SqliteStorageException">It has not been written.</exception>
    public static async Task<T> CommitAsync<T>(this Store store, Func<Database, T> work)
    {
        var result = default(T)!;
        await store.WriteAsync(database => result = work(database));
        return result;
    }
}
