using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Http;

/// <summary>Looks at a buffered response for the marks by which Truto says who speaks.</summary>
internal static class TrutoEnvelope
{
    /// <summary>Tells whether FuseDesk answered and Truto only passed it on.</summary>
    /// <returns>False also if the body is not JSON.</returns>
    public static bool IsRemoteError(HttpResponseMessage response)
    {
        using var document = JsonBody.TryParse(response.Content);
        return document is not null && IsRemoteError(document.RootElement);
    }

    /// <summary>Tells whether FuseDesk answered and Truto only passed it on.</summary>
    /// <returns>False also if the body has no such flag.</returns>
    public static bool IsRemoteError(JsonElement root) => new JsonFields(root).Flag("truto_is_remote_error") is true;

    /// <summary>
    /// Tells whether a response is a fault that seconds may mend. 502 and 504 are. A 503 of Truto itself means that the account is
    /// blocked, which only its support lifts: trying again is wrong. It passes only where Truto clearly did not say it: FuseDesk did
    /// (remote flag), or a gateway before Truto did (an HTML page; Truto answers JSON).
    /// </summary>
    public static bool IsPassingFault(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        502 or 504 => true,
        503 => response.Content.Headers.ContentType?.MediaType is "text/html" || IsRemoteError(response),
        _ => false,
    };
}
