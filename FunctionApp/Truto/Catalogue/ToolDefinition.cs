namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>A tool as the account offers it.</summary>
/// <param name="Name">The account's name of the tool.</param>
/// <param name="Resource">The resource as it is spelled in the path; case matters there.</param>
/// <param name="Method">Truto's method name.</param>
/// <param name="Arguments">The query arguments by normalised name; empty if the account does not describe them.</param>
internal sealed record ToolDefinition(
    string Name,
    string Resource,
    string Method,
    IReadOnlyDictionary<string, ToolArgumentSchema> Arguments);
