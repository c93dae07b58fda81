using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>Who does the work of a tool.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentToolKind>))]
public enum AgentToolKind
{
    /// <summary>FuseDesk, read through Truto.</summary>
    [JsonStringEnumMemberName("read")]
    Read = 0,

    /// <summary>Another flow of the app.</summary>
    [JsonStringEnumMemberName("flow")]
    Flow,

    /// <summary>The run itself, which shows more of a result.</summary>
    [JsonStringEnumMemberName("readMore")]
    ReadMore,

    /// <summary>FuseDesk, written to once a person has approved it.</summary>
    [JsonStringEnumMemberName("write")]
    Write,
}
