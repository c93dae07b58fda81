using Microsoft.AspNetCore.Routing.Constraints;

namespace LocalFunctionsHost.Http;

/// <summary>
/// The routes of functions, by the classic router, as on the Functions host: the first that matches wins, and a method that is not named
/// makes the route another one (404), not a forbidden one (405).
/// </summary>
internal static class FunctionRoutes
{
    /// <exception cref="HostStartException">A route cannot be read.</exception>
    public static IRouter Build(
        IEnumerable<FunctionEntry> functions, string prefix, IServiceProvider services, Func<FunctionEntry, HttpContext, Task> handle)
    {
        var constraints = services.GetRequiredService<IInlineConstraintResolver>();
        var routes = new RouteCollection();
        foreach (var function in functions.Where(f => f.IsHttp))
        {
            var template = Template(function, prefix);
            var handler = new RouteHandler(http =>
            {
                HostTelemetry.Name(http, function, template);
                return handle(function, http);
            });
            routes.Add(Route(function, template, handler, constraints));
        }

        return routes;
    }

    /// <summary>A function's route, with the prefix.</summary>
    public static string Template(FunctionEntry function, string prefix)
    {
        var route = function.Trigger.Text("route") is { Length: > 0 } own ? own : function.Name;
        return prefix.Length == 0 ? route : $"{prefix}/{route}";
    }

    private static Route Route(FunctionEntry function, string template, RouteHandler handler, IInlineConstraintResolver constraints)
    {
        var allowed = new Dictionary<string, object>(StringComparer.Ordinal);
        if (function.Trigger.Texts("methods") is { Count: > 0 } methods)
        {
            allowed["httpMethod"] = new HttpMethodRouteConstraint([.. methods]);
        }

        try
        {
            return new Route(handler, function.Name, template, defaults: null, allowed, dataTokens: null, constraints);
        }
        catch (Exception e) when (e is RouteCreationException or ArgumentException)
        {
            throw new HostStartException(
                $"Function {function.Name}: the route '{template}' cannot be read: {e.GetBaseException().Message}", e);
        }
    }
}
