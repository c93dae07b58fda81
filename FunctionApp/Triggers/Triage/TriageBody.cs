using System.Text.Json;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Triggers.Http;

namespace FuseDeskFlows.Triggers.Triage;

/// <summary>Reads what to triage from a request's body.</summary>
internal static class TriageBody
{
    private const int MaxEmailLength = 254;
    private const int MaxSearchLength = 200;
    private const int MaxIdLength = 100;

    private const string Channels = "channels";

    private static readonly string[] ContactFields = ["email", "search", "contactId"];
    private static readonly string[] Fields = [.. ContactFields, "caseId"];

    /// <summary>Reads the body.</summary>
    /// <param name="body">A JSON object.</param>
    /// <returns>What to triage, or what is wrong, field by field.</returns>
    public static ParseResult<TriageRequest> Read(JsonElement body)
    {
        var all = body.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null).ToList();
        var channels = all.FirstOrDefault(field => field.Name is Channels).Value;
        if (channels.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.True or JsonValueKind.False))
        {
            return Wrong(Channels, "channels must be true or false.");
        }

        var triage = ReadOne([.. all.Where(field => field.Name is not Channels)], Fields);
        return triage.Value is { } request && channels.ValueKind == JsonValueKind.True ? request with { Channels = true } : triage;
    }

    /// <summary>Reads a body that names a contact and nothing else.</summary>
    /// <param name="body">A JSON object.</param>
    /// <returns>Whose timeline is wanted, or what is wrong, field by field.</returns>
    public static ParseResult<TimelineRequest> ReadContact(JsonElement body)
    {
        var contact = ReadOne([.. body.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null)], ContactFields);
        return contact.Value is { } named
            ? new TimelineRequest { Email = named.Email, Search = named.Search, ContactId = named.ContactId }
            : contact.Problem!;
    }

    private static ParseResult<TriageRequest> ReadOne(IReadOnlyList<JsonProperty> given, string[] fields)
    {
        var oneOf = $"Exactly one of {string.Join(", ", fields[..^1])} and {fields[^1]} is needed.";
        var unknown = given.Where(field => !fields.Contains(field.Name, StringComparer.Ordinal)).ToList();
        if (unknown.Count > 0)
        {
            return ApiProblem.InvalidRequest([.. unknown.Select(field => (field.Name, $"'{field.Name}' is not a field of this request. {oneOf}"))]);
        }

        return given switch
        {
            [] => ApiProblem.InvalidRequest([.. fields.Select(field => (field, oneOf))]),
            [var only] => ReadField(only.Name, only.Value),
            _ => ApiProblem.InvalidRequest([.. given.Select(field => (field.Name, oneOf))]),
        };
    }

    private static ParseResult<TriageRequest> ReadField(string field, JsonElement value)
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
            "search" when text.Length > MaxSearchLength => Wrong(field, $"search may have {MaxSearchLength} characters at most."),
            "search" => new TriageRequest { Search = text },
            _ when text.Length > MaxIdLength => Wrong(field, $"contactId may have {MaxIdLength} characters at most."),
            _ => new TriageRequest { ContactId = new ContactId(text) },
        };
    }

    private static bool IsAddress(string text) =>
        text.Length <= MaxEmailLength && !text.Any(char.IsWhiteSpace) && text.Split('@') is [{ Length: > 0 }, { Length: > 0 }];

    private static ParseResult<TriageRequest> Wrong(string field, string fault) => ApiProblem.InvalidRequest((field, fault));
}
