using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>Why nobody waits any more in a chat that was reported.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChatResolution>))]
public enum ChatResolution
{
    /// <summary>The customer was answered.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered = 0,

    /// <summary>The chat is not among the department's active ones any more: closed or moved.</summary>
    [JsonStringEnumMemberName("gone")]
    Gone,
}
