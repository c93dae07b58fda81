using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Digest;

/// <summary>One case of a digest.</summary>
public sealed record DigestEntry
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required CaseId Id { get; init; }

    /// <summary>The public number.</summary>
    [JsonPropertyName("number")]
    public string? Number { get; init; }

    /// <summary>The status, as in <see cref="ReportCase.Status"/>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    /// <summary>When it was opened.</summary>
    [JsonPropertyName("openedAt")]
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>The case in one line, from its whole history; null if it has no text or could not be read.</summary>
    [JsonPropertyName("line")]
    public CaseLine? Line { get; init; }

    /// <summary>Who waits for whom.</summary>
    [JsonPropertyName("waiting")]
    public Waiting? Waiting { get; init; }

    /// <summary>The rep who answered last, as the history names her.</summary>
    [JsonPropertyName("lastRep")]
    public ReportRep? LastRep { get; init; }

    /// <summary>True if something of the history could not be read, so that another may have answered last.</summary>
    [JsonPropertyName("hasGaps")]
    public bool HasGaps { get; init; }

    /// <summary>Why the case could not be read; null if it was.</summary>
    [JsonPropertyName("problem")]
    public ReportProblem? Problem { get; init; }
}
