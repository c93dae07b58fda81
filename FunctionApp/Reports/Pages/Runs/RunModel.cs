using FuseDeskFlows.Reports.Runs;

namespace FuseDeskFlows.Reports.Pages.Runs;

/// <summary>One run: what it does, its steps, and its report.</summary>
public sealed record RunModel
{
    /// <summary>The run.</summary>
    public required RunDetail Run { get; init; }

    /// <summary>What it is about, as who started it said; null if nothing tells.</summary>
    public string? Subject { get; init; }

    /// <summary>What it did, in order; empty if its history cannot be read.</summary>
    public IReadOnlyList<RunStep> Steps { get; init; } = [];

    /// <summary>How many steps more there are than are shown.</summary>
    public int MoreSteps { get; init; }

    /// <summary>The present moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The component that shows the report; null if there is none.</summary>
    public Type? Report { get; init; }

    /// <summary>That component's parameters.</summary>
    public IDictionary<string, object>? ReportParameters { get; init; }
}
