namespace FuseDeskFlows.Truto.Tools;

/// <summary>Tells of each page of a list where to go on, and when going on would lead nowhere.</summary>
internal sealed class PageSequence
{
    /// <summary>No list is longer than this many pages; what goes on is a mistake of the other side.</summary>
    public const int MaxPages = 500;

    /// <summary>So many pages in a row may be empty: an upstream that filters after it has paged has a few.</summary>
    public const int MaxEmptyPages = 5;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private string? _current;
    private int _empty;

    /// <summary>What is wrong with the list, as the end of a sentence; null if it has ended well, or goes on.</summary>
    public string? Fault { get; private set; }

    /// <summary>Takes the next page.</summary>
    /// <returns>The cursor of the page after it; null at the end, be it good or bad.</returns>
    public string? Next<T>(Page<T> page)
    {
        var isEmpty = page is { Entries: 0, Unreadable: 0, Items: [] };
        _empty = isEmpty ? _empty + 1 : 0;
        var cursor = page.NextCursor;
        if (page.LacksCursor)
        {
            return End("it names its next page in a form that cannot be asked for");
        }

        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        if (!_seen.Add(cursor))
        {
            // Some servers go on naming the place behind the last entry.
            var isEnd = isEmpty && string.Equals(cursor, _current, StringComparison.Ordinal);
            return isEnd ? null : End("it names a page as its next one that was read already");
        }

        if (_empty >= MaxEmptyPages || _seen.Count >= MaxPages)
        {
            return End(_empty >= MaxEmptyPages ? "one page after another was empty" : $"it has more than {MaxPages} pages");
        }

        return _current = cursor;
    }

    private string? End(string fault)
    {
        Fault = fault;
        return null;
    }
}
