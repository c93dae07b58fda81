using System.Text.Json.Serialization;
using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>What to audit.</summary>
public sealed record AuditRequest
{
    /// <summary>The names of the departments; null or none for those of the settings.</summary>
    [JsonPropertyName("departments")]
    public IReadOnlyList<string>? Departments { get; init; }

    /// <summary>The run that started this one as a child; null if it was started by itself.</summary>
    [JsonPropertyName("parent")]
    public ParentRun? Parent { get; init; }

    /// <summary>Compares by the departments' names.</summary>
    /// <returns>Whether both name the same departments in the same order, and are parts of the same run or of none.</returns>
    public bool Equals(AuditRequest? other) =>
        other is not null && Parent == other.Parent && (Departments ?? []).SequenceEqual(other.Departments ?? [], StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => (Departments ?? []).Aggregate(0, HashCode.Combine);
}
