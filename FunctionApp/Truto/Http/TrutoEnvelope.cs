using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Http;

/// <summary>Looks at a buffered response for the marks by which Truto says who speaks.</summary>
internal static class TrutoEnvelope
{
    private static readonly string[] ErrorFields =
        ["statusCode", "error", "message", "details", "raw_response", "truto_is_remote_error", "truto_error_insight"];

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
    public static bool IsTransientFault(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        502 or 504 => true,
        503 => response.Headers.NonValidated.Contains("Retry-After") || !IsOwnError(response),
        _ => false,
    };

    /// <summary>
    /// Tells whether an error is in Truto's form: the status in <c>statusCode</c>, and nothing that Truto does not say. Gateways send JSON
    /// too, with a path, a time or a request's id beside it.
    /// </summary>
    public static bool IsError(JsonElement root, int status) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("statusCode", out var code)
        && code.ValueKind == JsonValueKind.Number && JsonScalar.Number(JsonScalar.Text(code)) == status
        && root.EnumerateObject().All(field => ErrorFields.Contains(JsonScalar.NameOf(field), StringComparer.Ordinal));

    // Of itself Truto always says three fields.
    private static bool IsOwnError(HttpResponseMessage response)
    {
        using var document = JsonBody.TryParse(response.Content);
        return document?.RootElement is { } root && IsError(root, (int)response.StatusCode) && !IsRemoteError(root)
            && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String
            && root.TryGetProperty("message", out _);
    }
}
