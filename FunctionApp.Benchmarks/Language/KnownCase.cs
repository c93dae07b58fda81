using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Language.Texts.Mail;

namespace FuseDeskFlows.Benchmarks.Language;

/// <summary>A made-up case of which is known what a good summary says.</summary>
internal sealed record KnownCase
{
    /// <summary>What it is called in the list of what was missed.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The case's subject.</summary>
    [JsonPropertyName("subject")]
    public required string Subject { get; init; }

    /// <summary>The case's status.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>When it was closed.</summary>
    [JsonPropertyName("closedAt")]
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What was written, oldest first.</summary>
    [JsonPropertyName("history")]
    public required IReadOnlyList<KnownItem> History { get; init; }

    /// <summary>What a summary must tell; each in one of the forms between bars.</summary>
    [JsonPropertyName("facts")]
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>What is not true of the case, in forms in which it might be told.</summary>
    [JsonPropertyName("false")]
    public required IReadOnlyList<string> False { get; init; }

    /// <summary>Whose turn it is: <c>team</c>, <c>customer</c> or <c>nobody</c>.</summary>
    [JsonPropertyName("waiting")]
    public required string Waiting { get; init; }

    /// <summary>A part of what the customer asked last; null if he asked nothing.</summary>
    [JsonPropertyName("question")]
    public string? Question { get; init; }

    /// <summary>The case as the app reads it.</summary>
    public Case Read() => HistoryMarker.Mark(HistoryTexts.Separate(new Case
    {
        Id = new CaseId(1),
        Subject = Subject,
        Status = Enum.Parse<CaseStatus>(Status, ignoreCase: true),
        OpenedAt = History[0].At,
        ClosedAt = ClosedAt,
        History = [.. History.Select((item, index) => item.Read(index + 1))],
    }));
}
