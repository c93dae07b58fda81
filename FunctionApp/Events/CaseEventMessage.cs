using System.Text.Json;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Events;

/// <summary>A case event as text: how it travels through the queue.</summary>
internal static class CaseEventMessage
{
    /// <summary>The greatest length of a message, in bytes: what Azure Storage takes, 64 KiB of base64, less a margin.</summary>
    public const int MaxBytes = 45 * 1024;

    /// <summary>
    /// How many levels of JSON an event may have, far more than a record of FuseDesk's: the time that .NET's parser takes grows with their
    /// square, so that half a megabyte of brackets would occupy a processor for a minute.
    /// </summary>
    public const int MaxDepth = 1000;

    private const int MaxIdLength = 300;
    private const int MaxTypeLength = 200;

    private static readonly JsonSerializerOptions DeepJson = new() { MaxDepth = MaxDepth };
    private static readonly string[] Fields = ["id", "type", "caseId", "occurredAt", "payload"];

    /// <summary>Writes an event; a payload that is too long for a queue is shortened.</summary>
    /// <returns>Null if even the shortest form of the payload is too long, and nothing else tells of which case it is.</returns>
    public static BinaryData? Write(CaseEvent caseEvent)
    {
        var bare = caseEvent with
        {
            Payload = null,
            Type = caseEvent.Type is { Length: > MaxTypeLength } type ? type[..MaxTypeLength] : caseEvent.Type,
        };
        if (Bytes(bare with { Payload = caseEvent.Payload }) is { Length: <= MaxBytes } whole)
        {
            return BinaryData.FromBytes(whole);
        }

        bare = bare with { IsShortened = true };
        var room = MaxBytes - Bytes(bare).Length;
        if (caseEvent.Payload is { } record && PayloadShortener.Shorten(record, room) is { } shortened)
        {
            return BinaryData.FromBytes(Bytes(bare with { Payload = shortened }));
        }

        return bare.CaseId is null ? null : BinaryData.FromBytes(Bytes(bare));
    }

    private static byte[] Bytes(CaseEvent caseEvent) => JsonSerializer.SerializeToUtf8Bytes(caseEvent, DeepJson);

    /// <returns>The event; <see cref="CaseEvent.CaseId"/> is null if the message has none.</returns>
    /// <exception cref="CaseEventException">It is not one.</exception>
    public static CaseEvent Read(BinaryData message) =>
        Read(Parse(message) ?? throw new CaseEventException(JsonNesting.DepthOf(message) > MaxDepth
            ? $"The message is nested deeper than {MaxDepth} levels."
            : "The message is not JSON."));

    // The parser's own failure may quote the text, so it goes no further.
    private static JsonElement? Parse(BinaryData message)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonRepair.Repair(message.ToMemory()), new JsonDocumentOptions { MaxDepth = MaxDepth });
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

        // A payload is whatever it is; but which of two ids is meant, nobody can tell.
        if (Fields.FirstOrDefault(field => message.EnumerateObject().Count(property => property.NameEquals(field)) > 1) is { } twice)
        {
            throw new CaseEventException($"The message has {twice} twice.");
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
            IsShortened = Field(message, "isShortened") is { ValueKind: JsonValueKind.True },
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

    /// <summary>Reads a case's id, in whatever spelling of a number.</summary>
    /// <returns>The id; null if it is none.</returns>
    public static CaseId? CaseOf(JsonElement value) => JsonScalar.NumericId(value) is { } id ? new CaseId(id) : null;
}
