using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>What kind of thing a call's result is, which decides what may be concluded from it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentResultKind>))]
public enum AgentResultKind
{
    /// <summary>One object: a rep, a contact.</summary>
    [JsonStringEnumMemberName("record")]
    Record = 0,

    /// <summary>Entries of a list. They hold no message's text.</summary>
    [JsonStringEnumMemberName("list")]
    List,

    /// <summary>A case, a chat or an email with what was written in it.</summary>
    [JsonStringEnumMemberName("texts")]
    Texts,

    /// <summary>The report of another flow, whose statements were checked when it was written.</summary>
    [JsonStringEnumMemberName("report")]
    Report,
}
