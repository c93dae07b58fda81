using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>Which runs a page shows.</summary>
internal sealed record RunFilter
{
    /// <summary>Only runs of this flow; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>Only runs of these statuses; null for all.</summary>
    public IReadOnlyList<OrchestrationRuntimeStatus>? Statuses { get; init; }

    /// <summary>Only runs whose id begins so; null for all.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Only runs that were started since; null for all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only runs after this one in the list's order; null for the beginning.</summary>
    public RunCursor? After { get; init; }

    /// <summary>What it has in common with other pages of the same list.</summary>
    public string Kind => $"{Name}|{IdPrefix}|{(Statuses is null ? "" : string.Join(',', Statuses))}";

    public bool Matches(OrchestrationMetadata run) =>
        (Name is null || string.Equals(run.Name, Name, StringComparison.Ordinal))
        && (Since is null || run.CreatedAt >= Since)
        && After?.IsBefore(run) != false
        && !TopLevelRuns.IsPart(run.InstanceId);
}
