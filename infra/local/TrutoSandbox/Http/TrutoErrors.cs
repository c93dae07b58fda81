using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>Truto's error envelope: its own errors, and FuseDesk's errors as it passes them on.</summary>
internal static class TrutoErrors
{
    /// <summary>An error of Truto's own: no remote flag.</summary>
    public static ApiAnswer Own(int status, string message) => new(status, SandboxJson.Write(Envelope(status, message)));

    /// <summary>An error of FuseDesk's: flagged as remote, with FuseDesk's body and headers.</summary>
    public static ApiAnswer Remote(int status, string code, string message, JsonObject? insight = null)
    {
        // Truto often leaves the message empty for remote errors: what happened stands in raw_response.
        var body = Envelope(status, string.Empty);
        body["truto_is_remote_error"] = true;
        body["raw_response"] = new JsonObject { ["error"] = message, ["errorcode"] = code };
        if (insight is not null)
        {
            body["truto_error_insight"] = insight;
        }

        return new(status, SandboxJson.Write(body))
        {
            Headers = [("X-FuseDesk-Error-Code", code), ("X-FuseDesk-Error", message)],
        };
    }

    /// <summary>FuseDesk has no such object.</summary>
    public static ApiAnswer NotFound(string what) => Remote(StatusCodes.Status404NotFound, "api_error_notfound", $"{what} not found");

    /// <summary>FuseDesk's catch-all for everything else, which is 405 and has nothing to do with methods.</summary>
    public static ApiAnswer Other(string message) => Remote(StatusCodes.Status405MethodNotAllowed, "api_error_other", message);

    /// <summary>The key lacks a permission.</summary>
    public static ApiAnswer Forbidden(string scope) => Remote(
        StatusCodes.Status403Forbidden,
        "api_error_noscope",
        "Not Authorized",
        new() { ["forbidden_error"] = new JsonObject { ["value"] = new JsonObject { ["missing_scopes"] = new JsonArray(scope) } } });

    private static JsonObject Envelope(int status, string message) => new()
    {
        ["statusCode"] = status,
        ["error"] = ReasonPhrases.GetReasonPhrase(status),
        ["message"] = message,
    };
}
