using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Webhooks;

/// <summary>A delivery's envelope.</summary>
/// <param name="Id">The delivery's id; the same for every repetition.</param>
/// <param name="Event">What happened, such as <c>record:created</c>; Truto's field is <c>event</c> or <c>event_type</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Payload">What it brings.</param>
internal sealed record WebhookDelivery(string Id, string Event, DateTimeOffset CreatedAt, JsonElement Payload)
{
    private const int MaxIdLength = 200;

    /// <summary>True if it brings records; there are also events of accounts, sync jobs and tests.</summary>
    public bool HasRecords => Event.StartsWith("record:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The records, each with an id of its own that is the same at every repetition.</summary>
    public IEnumerable<(string Id, JsonElement Record)> Records => IsList
        ? JsonList.Read(Payload)!.Select((record, index) => ($"{Id}:{index}", record))
        : [(Id, Payload)];

    private bool IsList => Payload.ValueKind == JsonValueKind.Array || JsonList.Read(Payload) is { Count: > 0 };

    /// <summary>The delivery, or the field that is wrong.</summary>
    public static (WebhookDelivery? Delivery, string? BadField) Parse(JsonElement envelope)
    {
        if (JsonScalar.TextId(Field(envelope, "id")) is not { Length: > 0 and <= MaxIdLength } id)
        {
            return (null, "id");
        }

        if ((Text(envelope, "event") ?? Text(envelope, "event_type")) is not { Length: > 0 } name)
        {
            return (null, "event");
        }

        if (Timestamps.Parse(Text(envelope, "created_at")) is not { } createdAt)
        {
            return (null, "created_at");
        }

        return envelope.TryGetProperty("payload", out var payload) ? (new(id, name, createdAt, payload), null) : (null, "payload");
    }

    private static string? Text(JsonElement envelope, string field) =>
        Field(envelope, field) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement Field(JsonElement envelope, string field) => envelope.TryGetProperty(field, out var value) ? value : default;
}
