using System.Text.Json;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Triggers.Http;

namespace FuseDeskFlows.Triggers.Digest;

/// <summary>Parses which cases to digest.</summary>
internal static class DigestBody
{
    internal static IReadOnlyList<string> Fields { get; } = ["status", "openedOn", "openedFrom", "openedTo", "timeZone"];

    /// <summary>Parses the body; its days are checked from the present moment.</summary>
    public static ParseResult<DigestRequest> Parse(JsonElement body, DateTimeOffset now)
    {
        if (BodyFields.FindUnknown(body.EnumerateObject(), Fields) is { } unknown)
        {
            return unknown;
        }

        foreach (var field in BodyFields.Given(body).Where(field => field.Value.ValueKind != JsonValueKind.String))
        {
            return ApiProblem.InvalidRequest((field.Name, $"{field.Name} must be a text."));
        }

        var digest = body.Deserialize<DigestRequest>()!;
        var parsed = DigestQueryParser.Parse(digest, now);
        return parsed.IsValid ? digest : ApiProblem.InvalidRequest((parsed.Field, parsed.Fault));
    }
}
