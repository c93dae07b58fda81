using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Events;

/// <summary>A case event as text: how it travels through the queue.</summary>
internal static class CaseEventMessage
{
    /// <summary>The greatest length of a message, in bytes: what Azure Storage takes, 64 KiB of base64, less a margin.</summary>
    public const int MaxBytes = 45 * 1024;

    private const int MaxIdLength = 300;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Writes an event. A payload that is too long for a queue is left out; the case id then has to do.</summary>
    public static BinaryData Write(CaseEvent caseEvent)
    {
        var whole = JsonSerializer.SerializeToUtf8Bytes(caseEvent);
        var bytes = whole.Length <= MaxBytes ? whole : JsonSerializer.SerializeToUtf8Bytes(caseEvent with { Payload = null });
        return BinaryData.FromBytes(bytes);
    }

    /// <returns>The event; <see cref="CaseEvent.CaseId"/> is null if the message has none.</returns>
    /// <exception cref="CaseEventException">It is not one.</exception>
    public static CaseEvent Read(BinaryData message) =>
        Read(Parse(message) ?? throw new CaseEventException("The message is not JSON, or has a field twice."));

    // The parser's own failure may quote the text, so it goes no further.
    private static JsonElement? Parse(BinaryData message)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonRepair.Repair(message.ToMemory()), Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CaseEvent Read(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            throw new CaseEventException("The message is not a JSON object.");
        }

        return new()
        {
            Id = Text(message, "id") is { } id && !string.IsNullOrWhiteSpace(id) && id.Length <= MaxIdLength
                ? id
                : throw new CaseEventException($"id must be a text of 1 to {MaxIdLength} characters."),
            Type = Text(message, "type"),
            CaseId = Case(message),
            OccurredAt = Text(message, "occurredAt") is not { } at
                ? null
                : Timestamps.Parse(at) ?? throw new CaseEventException("occurredAt must be a time in ISO 8601."),
            Payload = Field(message, "payload")?.Clone(),
        };
    }

    private static string? Text(JsonElement message, string field) => Field(message, field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new CaseEventException($"{field} must be a text."),
    };

    private static CaseId? Case(JsonElement message) => Field(message, "caseId") is { } value
        ? CaseOf(value) ?? throw new CaseEventException("caseId must be a positive whole number, or null if the payload tells it.")
        : null;

    private static JsonElement? Field(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Reads a case's id from a number or a text of digits.</summary>
    /// <returns>The id; null if it is none.</returns>
    public static CaseId? CaseOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) && number > 0 => new CaseId(number),
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0 => new CaseId(number),
        _ => null,
    };
}
