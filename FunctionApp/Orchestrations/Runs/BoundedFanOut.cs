namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>
/// Makes many calls of one run, a few at a time, so that a batch neither floods the account nor fills the activity queue.
/// </summary>
internal static class BoundedFanOut
{
    /// <summary>How many calls of one run are under way at a time unless a flow says otherwise.</summary>
    public const int Width = 8;

    /// <summary>
    /// Calls for each item. The next call begins as soon as one ends, so a slow one holds up only itself. It replays: items are taken in
    /// their order by workers whose awaits the orchestration's own history decides.
    /// </summary>
    /// <param name="width">The most calls under way at a time, from 1.</param>
    /// <param name="call">Makes the call for one item; it awaits only tasks of the run.</param>
    /// <returns>The results in the order of the items.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is less than 1.</exception>
    /// <remarks>Once a call throws no further one begins; those under way end, then the first failure is thrown.</remarks>
    public static async Task<IReadOnlyList<TResult>> RunAsync<TItem, TResult>(
        IReadOnlyList<TItem> items, int width, Func<TItem, Task<TResult>> call)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var results = new TResult[items.Count];
        var next = 0;
        await Task.WhenAll([.. Enumerable.Range(0, Math.Min(width, items.Count)).Select(_ => WorkAsync())]);
        return results;

        async Task WorkAsync()
        {
            while (next < items.Count)
            {
                var index = next++;
                try
                {
                    results[index] = await call(items[index]);
                }
                catch
                {
                    next = items.Count;
                    throw;
                }
            }
        }
    }
}
