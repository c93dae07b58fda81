using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>What to triage: exactly one of email, search, contactId and caseId is set.</summary>
public sealed record TriageRequest
{
    /// <summary>The customer's email address, whole.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>A text to search contacts by: a name or an address, or part of one.</summary>
    [JsonPropertyName("search")]
    public string? Search { get; init; }

    /// <summary>The contact's id in FuseDesk.</summary>
    [JsonPropertyName("contactId")]
    public ContactId? ContactId { get; init; }

    /// <summary>The case's id.</summary>
    [JsonPropertyName("caseId")]
    public CaseId? CaseId { get; init; }

    /// <summary>Whether the customer's other channels are read too, for one timeline of all.</summary>
    [JsonPropertyName("channels")]
    public bool Channels { get; init; }

    /// <summary>
    /// Whether nobody waits for the report: the run then leaves the headroom of the quota to those whom somebody waits for.
    /// </summary>
    [JsonPropertyName("background")]
    public bool Background { get; init; }

    /// <summary>The run that started this one as a child; null if it was started by itself.</summary>
    [JsonPropertyName("parent")]
    public ParentRun? Parent { get; init; }

    /// <summary>True if exactly one of the four is set, and not to a blank.</summary>
    [JsonIgnore]
    internal bool NamesOneThing
    {
        get
        {
            string?[] texts = [Email, Search, ContactId?.Value, CaseId?.ToString()];
            var given = texts.OfType<string>().ToList();
            return given.Count == 1 && !string.IsNullOrWhiteSpace(given[0]);
        }
    }
}
