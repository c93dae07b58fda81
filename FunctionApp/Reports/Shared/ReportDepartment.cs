using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>The department of a case.</summary>
public sealed record ReportDepartment
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required DepartmentId Id { get; init; }

    /// <summary>The name; null where it would take another call to learn it.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The name, else the id, as a person reads it.</summary>
    [JsonIgnore]
    internal string DisplayName => Name ?? $"department {Id}";
}
