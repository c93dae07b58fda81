using System.Text.Json;
using System.Text.Json.Serialization;

namespace FuseDeskFlows.FuseDesk.Ids;

/// <summary>Writes an id as its bare value.</summary>
/// <typeparam name="TId">The id type.</typeparam>
/// <typeparam name="TValue">What the id wraps.</typeparam>
public sealed class IdJsonConverter<TId, TValue> : JsonConverter<TId>
    where TId : struct, IId<TId, TValue>
{
    /// <inheritdoc />
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            var value = JsonSerializer.Deserialize<TValue>(ref reader, options);
            return TId.From(value ?? throw new JsonException($"{typeof(TId).Name} must not be null."));
        }
        catch (JsonException fault)
        {
            // Where it stands in the text is what the reader of the whole knows; this one takes the value for all there is.
            throw new JsonException(message: null, fault);
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options);
}
