using System.Text.Json.Serialization;

namespace FuseDeskFlows.Language.Results;

/// <summary>What a customer's messages show of the mood. Nothing is guessed: a mood is named only where a sentence shows it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Mood>))]
public enum Mood
{
    /// <summary>Nothing in the messages shows any.</summary>
    [JsonStringEnumMemberName("none-shown")]
    NoneShown = 0,

    /// <summary>Thanks, or says that all is well.</summary>
    [JsonStringEnumMemberName("thankful")]
    Thankful,

    /// <summary>Wrote again before anybody had answered.</summary>
    [JsonStringEnumMemberName("impatient")]
    Impatient,

    /// <summary>Words of displeasure, capitals, or marks such as <c>?!</c>.</summary>
    [JsonStringEnumMemberName("upset")]
    Upset,
}
