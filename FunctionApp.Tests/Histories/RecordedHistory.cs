namespace FuseDeskFlows.Tests.Histories;

/// <summary>What one run of a flow did, as it was recorded.</summary>
internal sealed record RecordedHistory
{
    public required string Flow { get; init; }

    /// <summary>What was special about the run.</summary>
    public required string Scenario { get; init; }

    /// <summary>The run's version.</summary>
    public required string Version { get; init; }

    public required string InstanceId { get; init; }

    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    public string FileName() => $"{Flow}-{Scenario}-{Version}.json";
}
