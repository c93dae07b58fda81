using System.Text.Json;

namespace LocalFunctionsHost.Functions;

/// <summary>One binding of a function, as functions.metadata has it.</summary>
/// <param name="Name">The parameter, or <c>$return</c>.</param>
/// <param name="Type">The binding's type, <c>queueTrigger</c> for instance.</param>
/// <param name="Direction"><c>In</c>, <c>Out</c> or <c>InOut</c>.</param>
/// <param name="Raw">The whole object: what a type adds is read from here.</param>
public sealed record BindingEntry(string Name, string Type, string Direction, JsonElement Raw)
{
    /// <summary>Whether this binding starts the function.</summary>
    public bool IsTrigger => Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this binding takes what the function returns.</summary>
    public bool IsOutput => string.Equals(Direction, "Out", StringComparison.OrdinalIgnoreCase);

    /// <summary>The binding's properties, by which the worker and the host agree on how data is handed over.</summary>
    public IEnumerable<KeyValuePair<string, string>> Properties => Raw.TryGetProperty("properties", out var properties)
        ? properties.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.ToString()))
        : [];

    /// <summary>Whether the worker converts the data itself, from a reference to it.</summary>
    public bool SupportsDeferredBinding => Properties.Any(
        p => p.Key.Equals("supportsDeferredBinding", StringComparison.OrdinalIgnoreCase) && bool.TryParse(p.Value, out var supports) && supports);

    /// <summary>Tells whether the binding is of a type.</summary>
    /// <param name="type">The type's name; case does not matter.</param>
    public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    /// <summary>A text of the binding; null where there is none.</summary>
    /// <param name="property">The property's name.</param>
    public string? Text(string property) =>
        Raw.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A yes or no of the binding; null where there is none.</summary>
    /// <param name="property">The property's name.</param>
    public bool? Flag(string property) =>
        Raw.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    /// <summary>A list of texts of the binding; empty where there is none.</summary>
    /// <param name="property">The property's name.</param>
    public IReadOnlyList<string> Texts(string property) =>
        Raw.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(text => text.ToString())]
            : [];
}
