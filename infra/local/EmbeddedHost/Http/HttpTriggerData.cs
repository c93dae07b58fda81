using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.EmbeddedHost.Http;

/// <summary>What an HTTP request says of itself: its query, and over it its route values.</summary>
internal static class HttpTriggerData
{
    /// <summary>Where a run keeps its request.</summary>
    public const string ItemKey = "HttpRequestContext";

    /// <summary>Reads the request.</summary>
    public static TriggerData Of(HttpContext http)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in http.Request.Query)
        {
            data[name] = values.ToString();
        }

        foreach (var (name, value) in http.Request.RouteValues)
        {
            data[name] = value;
        }

        return new TriggerData(data);
    }
}
