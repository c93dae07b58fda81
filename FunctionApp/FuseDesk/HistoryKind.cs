using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk;

/// <summary>How a history item came about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HistoryKind>))]
public enum HistoryKind
{
    /// <summary>A kind that this version does not know.</summary>
    [JsonStringEnumMemberName("other")]
    Other = 0,

    /// <summary>An email.</summary>
    [JsonStringEnumMemberName("email")]
    Email,

    /// <summary>A note that only the team sees.</summary>
    [JsonStringEnumMemberName("note")]
    Note,

    /// <summary>A phone call's record.</summary>
    [JsonStringEnumMemberName("call")]
    Call,

    /// <summary>A message of a live chat.</summary>
    [JsonStringEnumMemberName("chat")]
    Chat,

    /// <summary>A change of status, department or rep.</summary>
    [JsonStringEnumMemberName("change")]
    Change,
}
