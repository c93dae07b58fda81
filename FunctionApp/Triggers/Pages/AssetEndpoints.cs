using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FuseDeskFlows.Triggers.Pages;

/// <summary>Serves the files that pages load. They are the same for everybody and hold nothing of anybody: they need no key.</summary>
public static class AssetEndpoints
{
    /// <summary>Serves the style sheet.</summary>
    /// <param name="request">The request.</param>
    /// <returns>200 with the file, or 304 for a browser that has it.</returns>
    [Function("GetStyleSheet")]
    public static IResult StyleSheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/style.css")] HttpRequest request) =>
        Serve(request, WebAsset.StyleSheet);

    /// <summary>Serves the script of the console.</summary>
    /// <param name="request">The request.</param>
    /// <returns>200 with the file, or 304 for a browser that has it.</returns>
    [Function("GetConsoleScript")]
    public static IResult Script(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/console.js")] HttpRequest request) =>
        Serve(request, WebAsset.Script);

    private static FileContentHttpResult Serve(HttpRequest request, WebAsset asset)
    {
        // Pages name the version in the address; who asks without one asks again.
        request.HttpContext.Response.Headers.CacheControl =
            string.Equals(request.Query["v"], asset.Version, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }
}
