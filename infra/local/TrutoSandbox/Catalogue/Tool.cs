namespace FuseDeskFlows.TrutoSandbox.Catalogue;

/// <summary>One operation of the account.</summary>
/// <param name="Resource">Proxy resource.</param>
/// <param name="Method">Truto's method name: list, get, create, update, delete or a custom one.</param>
/// <param name="Name">Name for a model.</param>
/// <param name="Description">Description for a model; empty for operations that nobody documented.</param>
/// <param name="Query">Arguments in the query.</param>
/// <param name="Body">Arguments in the body.</param>
internal sealed record Tool(
    string Resource, string Method, string Name, string Description, IReadOnlyList<ToolArgument> Query, IReadOnlyList<ToolArgument> Body)
{
    /// <summary>Whether it changes anything.</summary>
    public bool Writes => Method is not ("list" or "get");

    /// <summary>Whether it is none of the five usual methods.</summary>
    public bool Custom => Method is not ("list" or "get" or "create" or "update" or "delete");

    /// <summary>Whether it works on one object.</summary>
    public bool NeedsId => Method is not ("list" or "create");

    /// <summary>Tags for filtering.</summary>
    public IReadOnlyList<string> Tags => [Resource, Resource is "reps" or "departments" ? "directory" : "support"];

    /// <summary>Whether a value of the <c>methods</c> filter means it.</summary>
    public bool Is(string method) => method switch
    {
        "read" => !Writes,
        "write" => Writes && !Custom,
        "custom" => Custom,
        _ => string.Equals(method, Method, StringComparison.Ordinal),
    };
}
