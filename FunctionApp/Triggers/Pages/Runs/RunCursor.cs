using System.Globalization;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>Where a list of runs, the newest first, goes on.</summary>
/// <param name="CreatedAt">When the last run of the page before was started.</param>
/// <param name="Id">Its id; runs of one moment are in the order of their ids.</param>
internal sealed record RunCursor(DateTimeOffset CreatedAt, string Id)
{
    public static IComparer<OrchestrationMetadata> Order { get; } = Comparer<OrchestrationMetadata>.Create((one, other) =>
        one.CreatedAt != other.CreatedAt
            ? other.CreatedAt.CompareTo(one.CreatedAt)
            : string.CompareOrdinal(one.InstanceId, other.InstanceId));

    public static RunCursor Of(OrchestrationMetadata run) => new(run.CreatedAt, run.InstanceId);

    /// <summary>Reads what <see cref="ToString"/> wrote; null if it is something else.</summary>
    public static RunCursor? Parse(string text) =>
        text.Split('~', 2) is [var ticks, { Length: > 0 } id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.Ticks
            ? new(new(at, TimeSpan.Zero), id)
            : null;

    public bool IsBefore(OrchestrationMetadata run) =>
        run.CreatedAt < CreatedAt || (run.CreatedAt == CreatedAt && string.CompareOrdinal(run.InstanceId, Id) > 0);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.UtcTicks}~{Id}");
}
