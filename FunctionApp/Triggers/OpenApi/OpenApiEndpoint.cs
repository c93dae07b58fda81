using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Triggers.OpenApi;

/// <summary>Shows the app's OpenAPI document.</summary>
public static class OpenApiEndpoint
{
    /// <summary>The function's name.</summary>
    internal const string Name = "GetOpenApi";

    private const string Route = "openapi.json";

    /// <summary>Shows the OpenAPI 3.1 document of all routes that programs call.</summary>
    /// <returns>200 with the document.</returns>
    [Function(Name)]
    public static async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        // Under the same prefix as the request's own route, which the host's settings decide.
        var path = request.PathBase.Add(request.Path).Value ?? "";
        var prefix = path.EndsWith("/" + Route, StringComparison.OrdinalIgnoreCase) ? path[..^(Route.Length + 1)] : "/api";
        return TypedResults.Text(await OpenApiDocuments.WriteAsync(prefix, cancellationToken), "application/json; charset=utf-8");
    }
}
