using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Reports.Chats;

/// <summary>A live chat for the rep who takes it over. What it cites as history items are the chat's messages, numbered from 1.</summary>
public sealed record ChatSummaryReport
{
    /// <summary>The chat; null if it could not be read.</summary>
    [JsonPropertyName("chat")]
    public ReportChat? Chat { get; init; }

    /// <summary>When the chat was read: a live chat goes on.</summary>
    [JsonPropertyName("asOf")]
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Who writes.</summary>
    [JsonPropertyName("customer")]
    public ReportCustomer? Customer { get; init; }

    /// <summary>The rep to whom the chat is assigned; null if it is assigned to nobody.</summary>
    [JsonPropertyName("rep")]
    public ReportRep? Rep { get; init; }

    /// <summary>The rep who answered last, who may be another; null if no rep has answered.</summary>
    [JsonPropertyName("lastRep")]
    public ReportRep? LastRep { get; init; }

    /// <summary>Who waits for whom; null if nothing tells.</summary>
    [JsonPropertyName("waiting")]
    public Waiting? Waiting { get; init; }

    /// <summary>What the customer wants answered; null if nobody waits for the team.</summary>
    [JsonPropertyName("openQuestion")]
    public ReportQuestion? OpenQuestion { get; init; }

    /// <summary>The customer's other messages since the last answer that ask something, by their numbers.</summary>
    [JsonPropertyName("alsoAsked")]
    public IReadOnlyList<int> AlsoAsked { get; init; } = [];

    /// <summary>What is wrong, in the customer's words.</summary>
    [JsonPropertyName("issue")]
    public ChatIssue? Issue { get; init; }

    /// <summary>What the team did, found out or asked the customer to do, oldest first.</summary>
    [JsonPropertyName("tried")]
    public IReadOnlyList<ReportAction> Tried { get; init; } = [];

    /// <summary>What the team told the customer that it would do, oldest first; whether it was done, the messages after it tell.</summary>
    [JsonPropertyName("promised")]
    public IReadOnlyList<ReportAction> Promised { get; init; } = [];

    /// <summary>The customer's mood; null if the messages could not be read.</summary>
    [JsonPropertyName("mood")]
    public ChatMood? Mood { get; init; }

    /// <summary>The whole, in a few statements.</summary>
    [JsonPropertyName("summary")]
    public GeneratedText? Summary { get; init; }

    /// <summary>What to do next.</summary>
    [JsonPropertyName("nextStep")]
    public string? NextStep { get; init; }

    /// <summary>What the run cost.</summary>
    [JsonPropertyName("usage")]
    public RunUsage Usage { get; init; } = new();

    /// <summary>What could not be read or written, and why.</summary>
    [JsonPropertyName("problems")]
    public IReadOnlyList<ReportProblem> Problems { get; init; } = [];
}
