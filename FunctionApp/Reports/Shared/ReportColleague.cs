using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Reports.Shared;

/// <summary>A rep who can take a case over.</summary>
public sealed record ReportColleague
{
    /// <summary>The user id.</summary>
    [JsonPropertyName("id")]
    public required RepId Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
