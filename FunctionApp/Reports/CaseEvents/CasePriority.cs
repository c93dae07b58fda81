using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.CaseEvents;

/// <summary>How urgent a case is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CasePriority>))]
public enum CasePriority
{
    /// <summary>Nothing is due from the team.</summary>
    [JsonStringEnumMemberName("low")]
    Low = 0,

    /// <summary>A customer waits.</summary>
    [JsonStringEnumMemberName("normal")]
    Normal,

    /// <summary>A customer waits long, or nobody cares for her.</summary>
    [JsonStringEnumMemberName("high")]
    High,

    /// <summary>Several of these at once, or far too long.</summary>
    [JsonStringEnumMemberName("urgent")]
    Urgent,
}
