using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Telemetry;
using Microsoft.AspNetCore.Routing.Constraints;

namespace LocalFunctionsHost.Http;

/// <summary>
/// The routes of functions, by the classic router, as on the Functions host: the first that matches wins, and a method that is not named
/// makes the route another one (404), not a forbidden one (405).
/// </summary>
internal static class FunctionRoutes
{
    /// <summary>Builds the router.</summary>
    /// <param name="functions">The functions; those without an HTTP trigger are left out.</param>
    /// <param name="prefix">What stands before every route; empty for nothing.</param>
    /// <param name="services">The services that resolve constraints.</param>
    /// <param name="handle">What answers.</param>
    /// <exception cref="HostStartException">A route cannot be read.</exception>
    public static IRouter Build(
        IEnumerable<FunctionEntry> functions, string prefix, IServiceProvider services, Func<FunctionEntry, HttpContext, Task> handle)
    {
        var constraints = services.GetRequiredService<IInlineConstraintResolver>();
        var routes = new RouteCollection();
        foreach (var function in functions.Where(f => f.IsHttp))
        {
            routes.Add(Route(function, Template(function, prefix), constraints, handle));
        }

        return routes;
    }

    /// <summary>A function's route, with the prefix.</summary>
    public static string Template(FunctionEntry function, string prefix)
    {
        var route = function.Trigger.Text("route") is { Length: > 0 } own ? own : function.Name;
        return prefix.Length == 0 ? route : $"{prefix}/{route}";
    }

    private static Route Route(
        FunctionEntry function, string template, IInlineConstraintResolver constraints, Func<FunctionEntry, HttpContext, Task> handle)
    {
        var methods = function.Trigger.Texts("methods");
        var allowed = methods.Count == 0
            ? null
            : new Dictionary<string, object>(StringComparer.Ordinal) { ["httpMethod"] = new HttpMethodRouteConstraint([.. methods]) };
        try
        {
            return new Route(new RouteHandler(Handle), function.Name, template, defaults: null, allowed, dataTokens: null, constraints);
        }
        catch (Exception e) when (e is RouteCreationException or ArgumentException)
        {
            throw new HostStartException($"Function {function.Name}: the route '{template}' cannot be read: {e.GetBaseException().Message}", e);
        }

        Task Handle(HttpContext http)
        {
            HostTelemetry.Name(http, function, template);
            return handle(function, http);
        }
    }
}
