using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Writes;

/// <summary>What became of a write.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WriteOutcome>))]
public enum WriteOutcome
{
    /// <summary>
    /// Nothing was changed: the request, the app's checks or FuseDesk refused it. <see cref="WriteReport.Problems"/> says why.
    /// </summary>
    [JsonStringEnumMemberName("refused")]
    Refused = 0,

    /// <summary>It was carried out, and read back as it was asked for.</summary>
    [JsonStringEnumMemberName("written")]
    Written,

    /// <summary>It was carried out, but FuseDesk made something else of it, such as another rep than the one asked for.</summary>
    [JsonStringEnumMemberName("written-differently")]
    WrittenDifferently,

    /// <summary>Everything was as it was to be, so nothing was sent.</summary>
    [JsonStringEnumMemberName("already-so")]
    AlreadySo,

    /// <summary>A person rejected it.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>Nobody decided in time, which rejects it.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>The run that had proposed it ended before it was sent.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Nothing tells whether it was carried out. It is not sent again; a person must look.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}
