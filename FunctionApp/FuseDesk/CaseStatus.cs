using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk;

/// <summary>A case's status, in FuseDesk's sense, which is not the usual one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseStatus>))]
public enum CaseStatus
{
    /// <summary>A status that this version does not know.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>Needs the team's attention.</summary>
    [JsonStringEnumMemberName("new")]
    New,

    /// <summary>Waits for the customer. It does not mean that somebody works on it.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Resolved.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,
}
