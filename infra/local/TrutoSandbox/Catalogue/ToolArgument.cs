namespace FuseDeskFlows.TrutoSandbox.Catalogue;

/// <summary>An argument of a tool, in its three spellings.</summary>
/// <param name="Snake">Its name for the sandbox itself, and its snake_case spelling.</param>
/// <param name="Camel">Its camelCase spelling.</param>
/// <param name="Lower">FuseDesk's own spelling.</param>
/// <param name="Type">JSON schema type.</param>
/// <param name="Description">What the schema says about it.</param>
/// <param name="Required">Whether calls without it fail.</param>
internal sealed record ToolArgument(string Snake, string Camel, string Lower, string Type, string Description, bool Required = false)
{
    public string Spelled(ArgumentDialect dialect) => dialect switch
    {
        ArgumentDialect.Camel => Camel,
        ArgumentDialect.Lower => Lower,
        _ => Snake,
    };
}
