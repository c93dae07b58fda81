using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.FuseDesk;

/// <summary>A member of the support team. A list of reps contains disabled ones.</summary>
public sealed record Rep
{
    /// <summary>The user id, which is what cases and chats refer to.</summary>
    [JsonPropertyName("id")]
    public required RepId Id { get; init; }

    /// <summary>First and last name, else the user name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>True if she may be given work: active and not archived.</summary>
    [JsonPropertyName("active")]
    public bool Active { get; init; }

    /// <summary>Her usual department.</summary>
    [JsonPropertyName("defaultDepartmentId")]
    public DepartmentId? DefaultDepartmentId { get; init; }
}
