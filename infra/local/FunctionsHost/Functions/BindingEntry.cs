namespace LocalFunctionsHost.Functions;

/// <summary>One binding of a function, as functions.metadata has it; what its type adds is read from the raw object.</summary>
internal sealed record BindingEntry(string Name, string Type, string Direction, JsonElement Raw)
{
    public bool IsTrigger => Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase);
    public bool IsOutput => string.Equals(Direction, "Out", StringComparison.OrdinalIgnoreCase);
    /// <summary>By which the worker and the host agree on how data is handed over.</summary>
    public IEnumerable<KeyValuePair<string, string>> Properties => Raw.TryGetProperty("properties", out var properties)
        ? properties.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.ToString()))
        : [];

    /// <summary>Whether the worker converts the data itself, from a reference to it.</summary>
    public bool SupportsDeferredBinding => Properties.Any(property =>
        property.Key.Equals("supportsDeferredBinding", StringComparison.OrdinalIgnoreCase)
        && bool.TryParse(property.Value, out var supports) && supports);

    public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    public string? Text(string property) =>
        Raw.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public bool? Flag(string property) =>
        Raw.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;

    public IReadOnlyList<string> Texts(string property) =>
        Raw.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(text => text.ToString())]
            : [];
}
