using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How an orchestration is started.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Makes options.</summary>
    /// <param name="InstanceId">The instance id; null makes a random one.</param>
    /// <param name="StartAt">When it starts; null starts at once.</param>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>Copies options.</summary>
    /// <param name="options">What is copied.</param>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The instance id; null makes a random one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When it starts; null starts at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Labels of the run.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The version that runs.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>In which states an existing instance of this id refuses the start, by name; null leaves it to the host.</summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
