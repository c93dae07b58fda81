using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask;

/// <summary>Follows continuation tokens with a function until a page has none.</summary>
internal sealed class DelegatePageable<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> fetch) : AsyncPageable<T>
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Follow(continuationToken, pageSizeHint);

    private async IAsyncEnumerable<Page<T>> Follow(string? token, int? size, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        do
        {
            var page = await fetch(token, size, cancellation);
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }
}
