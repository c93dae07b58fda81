using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk;

/// <summary>What a judgement of whose turn it is rests on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitingJudgedBy>))]
public enum WaitingJudgedBy
{
    /// <summary>The case's status alone.</summary>
    [JsonStringEnumMemberName("status")]
    Status = 0,

    /// <summary>The messages of the history.</summary>
    [JsonStringEnumMemberName("history")]
    History,

    /// <summary>The case's dates.</summary>
    [JsonStringEnumMemberName("dates")]
    Dates,
}
