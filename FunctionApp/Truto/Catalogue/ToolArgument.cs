using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>
/// Something to ask for, with the spellings under which an account may want it. Truto's schemas are documentation rows that each
/// environment can edit, so the spelling is looked up, never assumed.
/// </summary>
/// <param name="Fallback">FuseDesk's own spelling, for an account that does not describe its arguments.</param>
/// <param name="Candidates">
/// Spellings to look for, best first; a spelling that says which id it means comes before one that does not.
/// </param>
/// <param name="Required">True if the call is pointless without it, so that it is sent even where no schema mentions it.</param>
internal sealed record ToolArgument(
    KeyValuePair<string, string> Fallback,
    IReadOnlyList<KeyValuePair<string, string>> Candidates,
    bool Required = false)
{
    /// <summary>Name and value to send; null if the account has no such argument, and the answer must be filtered on our side.</summary>
    public KeyValuePair<string, string>? Bind(ToolDefinition tool)
    {
        if (tool.Arguments.Count == 0)
        {
            return Fallback;
        }

        foreach (var (name, value) in Candidates)
        {
            if (tool.Arguments.TryGetValue(FieldNames.Normalise(name), out var argument) && argument.Accepts(value))
            {
                return new(argument.Name, value);
            }
        }

        return Required ? Fallback : null;
    }

    /// <summary>An argument with one value; of its spellings FuseDesk's own comes first.</summary>
    public static ToolArgument Create(string value, bool required, params IReadOnlyList<string> names) =>
        new(new(names[0], value), [.. names.Select(name => KeyValuePair.Create(name, value))], required);
}
