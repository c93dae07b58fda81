using System.Text.Json;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Triggers.Http;

namespace FuseDeskFlows.Triggers.Timeline;

/// <summary>Parses whose timeline is wanted.</summary>
internal static class TimelineBody
{
    public static ParseResult<TimelineRequest> Parse(JsonElement body)
    {
        var given = BodyFields.Given(body);
        return BodyFields.FindUnknown(given, ContactFields.Names) is { } unknown
            ? unknown
            : ContactFields.ParseOnly(given, ContactFields.Names, ContactFields.Parse)
                .Select(key => new TimelineRequest { Email = key.Email, Search = key.Search, ContactId = key.ContactId });
    }
}
