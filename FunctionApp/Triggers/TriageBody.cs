using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations;

namespace FuseDeskFlows.Triggers;

/// <summary>Reads what to triage from a request's body.</summary>
internal static class TriageBody
{
    private const int LongestEmail = 254;
    private const int LongestText = 200;
    private const int LongestId = 100;

    private static readonly string[] Fields = ["email", "search", "contactId", "caseId"];
    private static readonly string OneOf = "Exactly one of email, search, contactId and caseId is needed.";

    /// <summary>Reads the body.</summary>
    /// <param name="body">A JSON object.</param>
    /// <returns>What to triage, or what is wrong, field by field.</returns>
    public static Parsed<TriageRequest> Read(JsonElement body)
    {
        var given = body.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null).ToList();
        var unknown = given.Where(field => !Fields.Contains(field.Name, StringComparer.Ordinal)).ToList();
        if (unknown.Count > 0)
        {
            return ApiProblem.InvalidRequest([.. unknown.Select(field => (field.Name, $"'{field.Name}' is not a field of this request. {OneOf}"))]);
        }

        return given switch
        {
            [] => ApiProblem.InvalidRequest([.. Fields.Select(field => (field, OneOf))]),
            [var only] => ReadField(only.Name, only.Value),
            _ => ApiProblem.InvalidRequest([.. given.Select(field => (field.Name, OneOf))]),
        };
    }

    private static Parsed<TriageRequest> ReadField(string field, JsonElement value)
    {
        if (field is "caseId")
        {
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var id) && id > 0
                ? new TriageRequest { CaseId = new CaseId(id) }
                : Wrong(field, "caseId must be a positive whole number, such as 84920.");
        }

        if (value.ValueKind != JsonValueKind.String || value.GetString()!.Trim() is not { Length: > 0 } text || text.Any(char.IsControl))
        {
            return Wrong(field, $"{field} must be a text that is not empty.");
        }

        return field switch
        {
            "email" when !IsAddress(text) => Wrong(field, "email must be a whole email address; use search for part of one."),
            "email" => new TriageRequest { Email = text },
            "search" when text.Length > LongestText => Wrong(field, $"search may have {LongestText} characters at most."),
            "search" => new TriageRequest { Search = text },
            _ when text.Length > LongestId => Wrong(field, $"contactId may have {LongestId} characters at most."),
            _ => new TriageRequest { ContactId = new ContactId(text) },
        };
    }

    private static bool IsAddress(string text) =>
        text.Length <= LongestEmail && !text.Any(char.IsWhiteSpace) && text.Split('@') is [{ Length: > 0 }, { Length: > 0 }];

    private static Parsed<TriageRequest> Wrong(string field, string fault) => ApiProblem.InvalidRequest((field, fault));
}
