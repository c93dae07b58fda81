using System.Text.Json.Serialization;
using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>Which cases to digest. What is null does not narrow them.</summary>
public sealed record DigestRequest
{
    /// <summary><c>new</c>, <c>open</c> (which in FuseDesk means: waits for the customer) or <c>closed</c>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>The day on which they were opened: <c>today</c>, <c>yesterday</c> or a date such as <c>2026-03-02</c>.</summary>
    [JsonPropertyName("openedOn")]
    public string? OpenedOn { get; init; }

    /// <summary>The first day of a range, instead of <see cref="OpenedOn"/>.</summary>
    [JsonPropertyName("openedFrom")]
    public string? OpenedFrom { get; init; }

    /// <summary>The last day of a range, itself included.</summary>
    [JsonPropertyName("openedTo")]
    public string? OpenedTo { get; init; }

    /// <summary>The IANA time zone in which days begin and end; UTC if it is not given.</summary>
    [JsonPropertyName("timeZone")]
    public string? TimeZone { get; init; }

    /// <summary>The run that started this one as a child; null if it was started by itself.</summary>
    [JsonPropertyName("parent")]
    public ParentRun? Parent { get; init; }
}
