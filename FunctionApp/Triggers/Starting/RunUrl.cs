using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Where a run can be watched.</summary>
internal static class RunUrl
{
    /// <summary>The address of a run, under the same route prefix as the request.</summary>
    /// <param name="request">A request to one of the app's routes.</param>
    /// <param name="route">That route.</param>
    /// <param name="id">The run's id.</param>
    /// <returns>For instance <c>/api/runs/triage-…</c>.</returns>
    public static string Of(HttpRequest request, string route, string id)
    {
        var path = request.PathBase.Add(request.Path).Value ?? "";
        var prefix = path.EndsWith("/" + route, StringComparison.OrdinalIgnoreCase) ? path[..^route.Length] : "/api/";
        return $"{prefix}runs/{Uri.EscapeDataString(id)}";
    }
}
