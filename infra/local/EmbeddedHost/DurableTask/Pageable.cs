namespace Microsoft.DurableTask;

/// <summary>Makes <see cref="AsyncPageable{T}"/> from a function that fetches one page.</summary>
public static class Pageable
{
    /// <summary>Makes a pageable from a function of continuation token and cancellation.</summary>
    /// <typeparam name="T">The type of one item.</typeparam>
    /// <param name="pageFunc">Fetches the page that starts at the token.</param>
    /// <returns>The pageable.</returns>
    public static AsyncPageable<T> Create<T>(Func<string?, CancellationToken, Task<Page<T>>> pageFunc)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return Create<T>((token, _, cancellation) => pageFunc(token, cancellation));
    }

    /// <summary>Makes a pageable from a function of continuation token, page size hint and cancellation.</summary>
    /// <typeparam name="T">The type of one item.</typeparam>
    /// <param name="pageFunc">Fetches the page that starts at the token.</param>
    /// <returns>The pageable.</returns>
    public static AsyncPageable<T> Create<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new DelegatePageable<T>(pageFunc);
    }
}
