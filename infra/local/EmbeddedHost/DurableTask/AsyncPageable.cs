namespace Microsoft.DurableTask;

/// <summary>Items that arrive page by page, each page fetched when it is reached.</summary>
/// <typeparam name="T">The type of one item.</typeparam>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
    where T : notnull
{
    /// <summary>Enumerates whole pages, for callers that show or store the continuation token.</summary>
    /// <param name="continuationToken">Where to go on, as an earlier page told; null starts at the beginning.</param>
    /// <param name="pageSizeHint">The wished number of items in a page; null leaves it to the query.</param>
    /// <returns>The pages, from the token to the end.</returns>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = default, int? pageSizeHint = default);

    /// <summary>Enumerates the items of all pages.</summary>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <returns>An enumerator over the items.</returns>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken))
        {
            foreach (var item in page.Values)
            {
                yield return item;
            }
        }
    }
}
