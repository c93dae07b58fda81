using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Entities.Directory;

/// <summary>One list of the account, as it was last read.</summary>
/// <typeparam name="T">What it lists.</typeparam>
public sealed record DirectoryList<T>
{
    /// <summary>What it had when it was last read to its end.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<T> Items { get; init; } = [];

    /// <summary>When that reading began; null if it was never read.</summary>
    [JsonPropertyName("asOf")]
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>When it was last tried.</summary>
    [JsonPropertyName("triedAt")]
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>Why the last try gave nothing, or not all; null if it gave the items.</summary>
    [JsonPropertyName("problem")]
    public ReportProblem? Problem { get; init; }

    /// <summary>True if the last reading left something out, so that nobody is known not to be on the list.</summary>
    [JsonPropertyName("mayLack")]
    public bool MayLack { get; init; }

    /// <summary>Whether the items may be relied on.</summary>
    internal bool IsCurrent(DateTimeOffset now) => AsOf is { } asOf && now - asOf <= AccountDirectory.MaxAge;

    // A list that cannot be read is tried again sooner, but not by every run.
    internal bool IsDue(DateTimeOffset now) =>
        Problem is null ? !IsCurrent(now) : TriedAt is not { } tried || now - tried > AccountDirectory.RetryAfter;
}
