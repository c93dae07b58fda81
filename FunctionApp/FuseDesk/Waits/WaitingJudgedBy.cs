using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk.Waits;

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

    /// <summary>The dates of the case or chat.</summary>
    [JsonStringEnumMemberName("dates")]
    Dates,

    /// <summary>The sender of a chat's last message, compared with the client's and the reps' names.</summary>
    [JsonStringEnumMemberName("sender")]
    Sender,

    /// <summary>The messages of a chat.</summary>
    [JsonStringEnumMemberName("messages")]
    Messages,
}
