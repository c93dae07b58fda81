using System.Text.Json.Serialization;

namespace FuseDeskFlows.RateLimiting;

/// <summary>Whose quota a 429 is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RateLimitScope>))]
public enum RateLimitScope
{
    /// <summary>FuseDesk's hourly quota, passed through by Truto.</summary>
    [JsonStringEnumMemberName("fusedesk")]
    FuseDesk = 0,

    /// <summary>Truto's own limit on calls in ten seconds.</summary>
    [JsonStringEnumMemberName("truto")]
    Truto,

    /// <summary>The language model's limit.</summary>
    [JsonStringEnumMemberName("model")]
    Model,
}
