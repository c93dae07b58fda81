using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>The tools of an account, or the built-in ones where the account does not tell.</summary>
/// <param name="Tools">What the account offers; null if it is not known.</param>
/// <param name="MayLack">Whether it may offer more than could be read: then a built-in name serves for what is not among it.</param>
internal sealed record ToolSet(IReadOnlyList<ToolDefinition>? Tools, bool MayLack = false)
{
    private static readonly Dictionary<string, ToolArgumentSchema> NoArguments = [];

    /// <summary>Nothing is known of the account: every built-in name serves.</summary>
    public static readonly ToolSet BuiltIn = new(Tools: null);

    /// <summary>Finds a tool by what it does, since names are made of editable labels; by its name only as a last resort.</summary>
    /// <returns>The tool; null if the account does not offer it.</returns>
    public ToolDefinition? Find(ToolOperation operation)
    {
        if (Tools is null)
        {
            return Undescribed(operation);
        }

        var resource = FieldNames.Normalise(operation.Resource);
        var fitting = Tools.Where(tool =>
            string.Equals(tool.Method, operation.Method, StringComparison.OrdinalIgnoreCase)
            && string.Equals(FieldNames.Normalise(tool.Resource), resource, StringComparison.Ordinal)).ToList();
        return fitting.Find(tool => string.Equals(tool.Name, operation.Name, StringComparison.Ordinal))
            ?? fitting.FirstOrDefault()
            ?? Tools.FirstOrDefault(tool => string.Equals(tool.Name, operation.Name, StringComparison.OrdinalIgnoreCase))
            ?? (MayLack ? Undescribed(operation) : null);
    }

    private static ToolDefinition Undescribed(ToolOperation operation) =>
        new(operation.Name, operation.Resource, operation.Method, NoArguments);
}
