using System.Xml.Linq;

namespace LocalFunctionsHost.Queues;

/// <summary>Errors as Azure Storage answers them: a code, which clients go by, and a text for people.</summary>
internal static class StorageError
{
    public static readonly StorageResponse AuthenticationFailed = Of(403, "AuthenticationFailed",
        "Server failed to authenticate the request. The Authorization header must have the signature.");

    public static readonly StorageResponse InvalidMetadata = Of(400, "InvalidMetadata",
        "The specified metadata is invalid. It includes characters that are not permitted.");

    public static readonly StorageResponse InvalidResourceName = Of(400, "InvalidResourceName",
        "The specified resource name contains invalid characters.");

    public static readonly StorageResponse InvalidXmlDocument = Of(400, "InvalidXmlDocument", "XML specified is not syntactically valid.");

    public static readonly StorageResponse MessageNotFound = Of(404, "MessageNotFound", "The specified message does not exist.");

    // What the local account does not offer: access policies, the service's properties and statistics.
    public static readonly StorageResponse NotImplemented = Of(501, "NotImplemented",
        "The requested operation is not implemented on the local account.");

    public static readonly StorageResponse OutOfRangeInput = Of(400, "OutOfRangeInput",
        "The specified resource name length is not within the permissible limits.");

    public static readonly StorageResponse PopReceiptMismatch = Of(400, "PopReceiptMismatch",
        "The specified pop receipt did not match the pop receipt for a dequeued message.");

    public static readonly StorageResponse QueueAlreadyExists = Of(409, "QueueAlreadyExists", "The specified queue already exists.");

    public static readonly StorageResponse QueueNotFound = Of(404, "QueueNotFound", "The specified queue does not exist.");

    public static readonly StorageResponse RequestBodyTooLarge = Of(413, "RequestBodyTooLarge",
        "The request body is too large and exceeds the maximum permissible limit.", ("MaxLimit", "65536"));

    public static readonly StorageResponse ResourceNotFound = Of(404, "ResourceNotFound", "The specified resource does not exist.");

    public static StorageResponse MissingParameter(string name) => Of(400, "MissingRequiredQueryParameter",
        "A query parameter that's mandatory for this request is not specified.", ("QueryParameterName", name));

    /// <summary>A query parameter that cannot be read, or contradicts another one.</summary>
    public static StorageResponse InvalidParameter(string name, string value, string reason) => Of(400, "InvalidQueryParameterValue",
        "Value for one of the query parameters specified in the request URI is invalid.",
        ("QueryParameterName", name), ("QueryParameterValue", value), ("Reason", reason));

    public static StorageResponse OutOfRange(string name, long value, long min, long max) => Of(400, "OutOfRangeQueryParameterValue",
        "One of the query parameters specified in the request URI is outside the permissible range.",
        ("QueryParameterName", name), ("QueryParameterValue", $"{value}"), ("MinimumAllowed", $"{min}"), ("MaximumAllowed", $"{max}"));

    /// <summary>The file cannot be written for now: clients try again.</summary>
    public static StorageResponse ServerBusy(string reason) => Of(503, "ServerBusy", reason);

    private static StorageResponse Of(int status, string code, string message, params (string Name, string Value)[] details)
    {
        (string Name, string Value)[] elements = [("Code", code), ("Message", message), .. details];
        return new(status, new XElement("Error", elements.Select(element => new XElement(element.Name, element.Value))))
        {
            Headers = [("x-ms-error-code", code)],
        };
    }
}
