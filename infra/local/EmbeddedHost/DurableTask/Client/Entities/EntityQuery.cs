namespace Microsoft.DurableTask.Client.Entities;

/// <summary>Which entities to list.</summary>
public record EntityQuery
{
    /// <summary>How many come in a page unless told otherwise.</summary>
    public const int DefaultPageSize = 100;

    private readonly string? _prefix;

    /// <summary>How the id starts: <c>name</c>, <c>@name@</c> or <c>@name@key</c>; the name's case does not matter.</summary>
    public string? InstanceIdStartsWith
    {
        get => _prefix;
        init => _prefix = value is null ? null : Normalize(value);
    }

    /// <summary>Changed at this time or later.</summary>
    public DateTimeOffset? LastModifiedFrom { get; init; }

    /// <summary>Changed at this time or earlier.</summary>
    public DateTimeOffset? LastModifiedTo { get; init; }

    /// <summary>Whether states come along; true unless set.</summary>
    public bool IncludeState { get; init; } = true;

    /// <summary>Whether entities without state come too.</summary>
    public bool IncludeTransient { get; init; }

    /// <summary>At most so many in a page; null leaves it to the host.</summary>
    public int? PageSize { get; init; }

    /// <summary>Where to go on.</summary>
    public string? ContinuationToken { get; init; }

    private static string Normalize(string value)
    {
        var prefix = value.StartsWith('@') ? value : "@" + value;
        var key = prefix.IndexOf('@', 1);
        return key < 0 ? prefix.ToLowerInvariant() : prefix[..key].ToLowerInvariant() + prefix[key..];
    }
}
