using System.Text.Json;

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
    IReadOnlyDictionary<string, ToolArgumentSchema> Arguments)
{
    /// <summary>What the tool does, in the account's words; null if it does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The schema of the arguments in the query; undefined if the account does not describe them.</summary>
    public JsonElement QuerySchema { get; init; }

    /// <summary>The schema of the arguments in the body; undefined if the account does not describe them.</summary>
    public JsonElement BodySchema { get; init; }

    /// <summary>The names of arguments without which a call fails, of query and body.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];
}
