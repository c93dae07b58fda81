using Google.Protobuf;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LocalFunctionsHost.Worker;

/// <summary>Values as WebJobs has them, and as they travel between the host and the worker.</summary>
internal static class WireData
{
    // What looks like a date in somebody's JSON stays the text that it was.
    private static readonly JsonSerializerSettings AsWritten = new() { DateParseHandling = DateParseHandling.None };

    public static TypedData From(object? value) => value switch
    {
        null => new TypedData(),
        string text => new TypedData { String = text },
        byte[] bytes => new TypedData { Bytes = ByteString.CopyFrom(bytes) },
        double number => new TypedData { Double = number },
        JToken json => new TypedData { Json = json.ToString(Formatting.None) },
        ParameterBindingData reference => new TypedData
        {
            ModelBindingData = new ModelBindingData
            {
                Version = reference.Version,
                Source = reference.Source,
                ContentType = reference.ContentType,
                Content = ByteString.CopyFrom(reference.Content.ToArray()),
            },
        },
        _ => FromObject(value),
    };

    public static object? To(TypedData? data) => data?.DataCase switch
    {
        TypedData.DataOneofCase.String => data.String,
        TypedData.DataOneofCase.Json => JsonConvert.DeserializeObject(data.Json, AsWritten),
        TypedData.DataOneofCase.Bytes => data.Bytes.ToByteArray(),
        TypedData.DataOneofCase.Stream => data.Stream.ToByteArray(),
        TypedData.DataOneofCase.Int => data.Int,
        TypedData.DataOneofCase.Double => data.Double,
        _ => null,
    };

    private static TypedData FromObject(object value)
    {
        try
        {
            return new TypedData { Json = JsonConvert.SerializeObject(value, Formatting.None) };
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return new TypedData { String = value.ToString() };
        }
    }
}
