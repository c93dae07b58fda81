using System.ComponentModel;
using System.Globalization;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>Turns what a trigger says of itself into a parameter's type: text, numbers, ids, dates, enumerations.</summary>
internal static class TextConversion
{
    /// <summary>Whether values can become the type.</summary>
    public static bool Knows(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || (plain.IsValueType && TypeDescriptor.GetConverter(plain).CanConvertFrom(typeof(string)));
    }

    /// <summary>Converts the value; null stays null, or becomes the type's default.</summary>
    /// <exception cref="Microsoft.Azure.Functions.Worker.FunctionInputConverterException">It cannot be converted.</exception>
    public static object? Convert(object? value, Type type, string parameterName)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
        {
            return type.IsValueType && plain == type ? Activator.CreateInstance(type) : null;
        }

        if (plain.IsInstanceOfType(value))
        {
            return value;
        }

        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (plain == typeof(string))
        {
            return text;
        }

        try
        {
            return TypeDescriptor.GetConverter(plain).ConvertFromInvariantString(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new Microsoft.Azure.Functions.Worker.FunctionInputConverterException(
                $"Parameter '{parameterName}' cannot be made a {plain.Name} from what the trigger gives.", e);
        }
    }
}
