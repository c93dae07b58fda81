using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Client;

/// <summary>A value as text, with what reads it.</summary>
public sealed class SerializedData
{
    /// <summary>Makes one.</summary>
    /// <param name="data">The text.</param>
    /// <param name="converter">Reads it; null means the default JSON converter.</param>
    public SerializedData(string data, DataConverter? converter = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        Value = data;
        Converter = converter ?? JsonDataConverter.Default;
    }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Reads the text.</summary>
    public DataConverter Converter { get; }

    /// <summary>Reads the value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The value.</returns>
    public T ReadAs<T>() => Converter.Deserialize<T>(Value)!;
}
