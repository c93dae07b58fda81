using System.Text.Json;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Triggers.Http;

namespace FuseDeskFlows.Triggers.Triage;

/// <summary>Parses what to triage: one contact or one case.</summary>
internal static class TriageBody
{
    private const string Channels = "channels";

    private static readonly string[] Subjects = [.. ContactFields.Names, CaseIdParser.Field];

    public static IReadOnlyList<string> Fields { get; } = [.. Subjects, Channels];

    public static ParseResult<TriageRequest> Parse(JsonElement body)
    {
        var given = BodyFields.Given(body);
        if (BodyFields.FindUnknown(given, Fields) is { } unknown)
        {
            return unknown;
        }

        var channels = given.FirstOrDefault(field => field.Name is Channels).Value;
        if (channels.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.True or JsonValueKind.False))
        {
            return ApiProblem.InvalidRequest((Channels, "channels must be true or false."));
        }

        return ContactFields.ParseOnly([.. given.Where(field => field.Name is not Channels)], Subjects, ParseSubject)
            .Select(request => request with { Channels = channels.ValueKind == JsonValueKind.True });
    }

    private static ParseResult<TriageRequest> ParseSubject(JsonProperty field) => field.Name is CaseIdParser.Field
        ? CaseIdParser.Parse(field.Value).Select(id => new TriageRequest { CaseId = id })
        : ContactFields.Parse(field).Select(key => new TriageRequest { Email = key.Email, Search = key.Search, ContactId = key.ContactId });
}
