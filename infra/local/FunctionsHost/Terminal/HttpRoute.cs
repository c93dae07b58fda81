using LocalFunctionsHost.Functions;

namespace LocalFunctionsHost.Terminal;

/// <summary>A route of a function, in two parts.</summary>
/// <param name="Group">Its first segment, with a slash before it.</param>
/// <param name="Rest">The methods, and what follows the first segment.</param>
internal sealed record HttpRoute(string Group, string Rest)
{
    /// <summary>The route of a function that requests start.</summary>
    /// <param name="function">The function.</param>
    public static HttpRoute Of(FunctionEntry function)
    {
        var segments = (function.Trigger.Text("route") ?? function.Name).Trim('/').Split('/', 2);
        var methods = function.Trigger.Texts("methods");
        var verbs = methods.Count == 0 ? "any" : string.Join('|', methods.Select(method => method.ToUpperInvariant()));
        return new($"/{segments[0]}", segments.Length == 1 ? verbs : $"{verbs} /{segments[1]}");
    }
}
