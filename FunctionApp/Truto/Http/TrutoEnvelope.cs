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

    /// <summary>Tells whether Truto says that what it answers is only a part of what there is.</summary>
    public static bool IsPartial(JsonElement root) => new JsonFields(root).Flag("is_partial_response") is true;

    /// <summary>
    /// Tells whether a response is a fault that may pass. 502 and 504 are. A 503 by which Truto itself speaks means that the account is
    /// blocked, which only its support lifts: trying again is wrong. Any other 503 is a gateway's or FuseDesk's, and passes; so does one
    /// that says when to try again.
    /// </summary>
    public static bool IsPassingFault(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        502 or 504 => true,
        503 => response.Headers.NonValidated.Contains("Retry-After") || !IsOwnError(response),
        _ => false,
    };

    /// <summary>How long a fault that may pass asks to be left alone; null if it does not say.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when response.Headers.Date is { } sent => date - sent,
        _ => null,
    };

    // Truto's errors have three fields: statusCode, error and message. Gateways answer JSON too, but not that.
    private static bool IsOwnError(HttpResponseMessage response)
    {
        using var document = JsonBody.TryParse(response.Content);
        var fields = new JsonFields(document?.RootElement ?? default);
        return fields.Number("statusCode") == (int)response.StatusCode && fields.Text("error") is not null
            && document is not null && !IsRemoteError(document.RootElement);
    }
}
