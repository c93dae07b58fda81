using System.ComponentModel;
using System.Reflection;

namespace LocalFunctionsHost.Settings;

/// <summary>What a type of options takes, from the type itself.</summary>
/// <param name="type">The type; it has a constructor without parameters.</param>
internal sealed class OptionsType(Type type)
{
    private readonly Dictionary<string, PropertyInfo> _properties = type.GetProperties()
        .Where(property => property.SetMethod is { IsPublic: true } || Own(property.PropertyType))
        .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, as host.json spells them.</summary>
    public IEnumerable<string> Names => _properties.Keys.Select(name => char.ToLowerInvariant(name[0]) + name[1..]);

    /// <summary>The type of a property that is a set of options itself; null for a value.</summary>
    /// <param name="name">The property; case does not matter.</param>
    public Type? Nested(string name) =>
        _properties.TryGetValue(name, out var property) && Own(property.PropertyType) ? property.PropertyType : null;

    /// <summary>What is against a value, as the rest of a sentence; null if nothing is.</summary>
    /// <param name="name">The property; case does not matter.</param>
    /// <param name="value">The value as it is written.</param>
    public string? Complaint(string name, string value)
    {
        if (!_properties.TryGetValue(name, out var property) || !Converts(property.PropertyType))
        {
            return null;
        }

        var wanted = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        try
        {
            // The setter knows the range.
            property.SetValue(Activator.CreateInstance(type), TypeDescriptor.GetConverter(wanted).ConvertFromInvariantString(value));
            return null;
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException range)
        {
            return range.Message.Split(" (Parameter")[0].TrimEnd('.');
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or NotSupportedException)
        {
            return $"it must be {Kind(wanted)}";
        }
    }

    private static bool Converts(Type property) =>
        property == typeof(string) || (Nullable.GetUnderlyingType(property) ?? property) is { IsValueType: true };

    private static bool Own(Type property) => property is { IsClass: true, IsAbstract: false, IsArray: false }
        && property != typeof(string) && property.GetConstructor(Type.EmptyTypes) is not null && property.Namespace?.StartsWith("System", StringComparison.Ordinal) != true;

    private static string Kind(Type wanted) => wanted switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(wanted))}",
        _ when wanted == typeof(TimeSpan) => "a time (hh:mm:ss)",
        _ when wanted == typeof(bool) => "true or false",
        _ when wanted == typeof(int) => "a whole number",
        _ => $"of the type {wanted.Name}",
    };
}
