using System.Text.Json;
using System.Text.Json.Serialization;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.FuseDesk.Ids;

/// <summary>
/// Writes an id as its bare value, and reads it in whatever spelling it comes: <c>84877</c>, <c>"84877"</c>, <c>84877.0</c>.
/// </summary>
/// <typeparam name="TId">The id type.</typeparam>
/// <typeparam name="TValue">What the id wraps.</typeparam>
public sealed class IdJsonConverter<TId, TValue> : JsonConverter<TId>
    where TId : struct, IId<TId, TValue>
{
    /// <inheritdoc />
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        object? value = typeof(TValue) == typeof(long)
            ? JsonScalar.NumericId(document.RootElement)
            : JsonScalar.TextId(document.RootElement);

        // Without a message of its own the failure gets one that says where it stands in the whole text.
        return TId.From((TValue)(value ?? throw new JsonException(message: null)));
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options);
}
