using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Audit;

/// <summary>How urgent a waiting chat is, by waiting time alone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>The customer has not waited long, or nothing tells how long.</summary>
    [JsonStringEnumMemberName("notice")]
    Notice = 0,

    /// <summary>She has waited longer than the first threshold.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>She has waited longer than the second threshold.</summary>
    [JsonStringEnumMemberName("critical")]
    Critical,
}
