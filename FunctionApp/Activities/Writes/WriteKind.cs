using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>What a write means, as far as this version knows; it decides how it is shown, compared and read back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WriteKind>))]
public enum WriteKind
{
    /// <summary>A tool of which only its schema is known.</summary>
    [JsonStringEnumMemberName("other")]
    Other = 0,

    /// <summary>Changes a case's status, rep, department or title.</summary>
    [JsonStringEnumMemberName("case-update")]
    CaseUpdate,

    /// <summary>Adds a note to a case.</summary>
    [JsonStringEnumMemberName("case-note")]
    CaseNote,

    /// <summary>Sends a mail to a case's customer.</summary>
    [JsonStringEnumMemberName("case-reply")]
    CaseReply,

    /// <summary>Applies a tag to a case.</summary>
    [JsonStringEnumMemberName("case-tag")]
    CaseTag,

    /// <summary>Removes a tag from a case.</summary>
    [JsonStringEnumMemberName("case-untag")]
    CaseUntag,

    /// <summary>Hides a case until a moment.</summary>
    [JsonStringEnumMemberName("case-snooze")]
    CaseSnooze,

    /// <summary>Opens a case.</summary>
    [JsonStringEnumMemberName("case-create")]
    CaseCreate,
}
