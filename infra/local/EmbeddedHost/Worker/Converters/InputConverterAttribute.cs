namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>Says how a parameter gets its value.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter | AttributeTargets.Interface | AttributeTargets.Struct, AllowMultiple = true)]
public class InputConverterAttribute : Attribute
{
    internal InputConverterAttribute()
    {
    }
}
