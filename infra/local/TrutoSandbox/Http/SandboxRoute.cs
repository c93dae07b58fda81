using FuseDeskFlows.TrutoSandbox.Catalogue;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>Where a request goes.</summary>
/// <param name="Template">Method and path with placeholders, for statistics and faults.</param>
/// <param name="Kind">What it is.</param>
internal sealed record SandboxRoute(string Template, RouteKind Kind)
{
    /// <summary>The operation of a proxy call; null if the account has no such thing.</summary>
    public Tool? Tool { get; init; }

    /// <summary>Id of the object or of the account.</summary>
    public string? Id { get; init; }

    /// <summary>Reads method and path. Resource names are case-sensitive.</summary>
    public static SandboxRoute Parse(string method, string path)
    {
        var parts = path.Trim('/').Split('/');
        return parts switch
        {
            ["integrated-account", var id, "tools"] when method is "GET" =>
                new("GET /integrated-account/{id}/tools", RouteKind.Tools) { Id = id },
            ["integrated-account", var id, "capabilities"] when method is "GET" =>
                new("GET /integrated-account/{id}/capabilities", RouteKind.Capabilities) { Id = id },
            ["proxy", _, ..] => Proxy(method, parts),
            _ => new($"{method} other", RouteKind.Unknown),
        };
    }

    private static SandboxRoute Proxy(string method, string[] parts)
    {
        var resource = parts[1];
        var (tool, id, template) = (method, parts.Length) switch
        {
            ("GET", 2) => (ToolCatalogue.Find(resource, "list"), null, string.Empty),
            ("GET", 3) => (ToolCatalogue.Find(resource, "get"), parts[2], "/{id}"),
            ("POST", 2) => (ToolCatalogue.Find(resource, "create"), null, string.Empty),
            ("PATCH", 3) => (ToolCatalogue.Find(resource, "update"), parts[2], "/{id}"),
            ("DELETE", 3) => (ToolCatalogue.Find(resource, "delete"), parts[2], "/{id}"),
            ("POST", 3) => (CustomTool(resource, parts[2]), null, "/" + parts[2]),
            ("POST", 4) => (CustomTool(resource, parts[3]), parts[2], "/{id}/" + parts[3]),
            _ => default((Tool?, string?, string)),
        };
        return tool is null
            ? new($"{method} /proxy other", RouteKind.Proxy)
            : new($"{method} /proxy/{resource}{template}", RouteKind.Proxy) { Tool = tool, Id = id };
    }

    private static Tool? CustomTool(string resource, string method) =>
        ToolCatalogue.Find(resource, method) is { Custom: true } tool ? tool : null;
}
