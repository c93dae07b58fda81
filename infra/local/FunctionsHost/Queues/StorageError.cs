namespace LocalFunctionsHost.Queues;

/// <summary>An error as Azure Storage answers it; clients go by its code.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code, for programs.</param>
/// <param name="Message">The text, for people.</param>
internal sealed record StorageError(int Status, string Code, string Message)
{
    public static readonly StorageError AuthenticationFailed = new(403, "AuthenticationFailed",
        "Server failed to authenticate the request. "
        + "Make sure the value of the Authorization header is formed correctly including the signature.");

    public static readonly StorageError InvalidMetadata = new(400, "InvalidMetadata",
        "The specified metadata is invalid. It includes characters that are not permitted.");

    public static readonly StorageError InvalidResourceName = new(400, "InvalidResourceName",
        "The specified resource name contains invalid characters.");

    public static readonly StorageError InvalidXmlDocument = new(400, "InvalidXmlDocument", "XML specified is not syntactically valid.");

    public static readonly StorageError MessageNotFound = new(404, "MessageNotFound",
        "The specified message does not exist.");

    public static readonly StorageError OutOfRangeInput = new(400, "OutOfRangeInput",
        "The specified resource name length is not within the permissible limits.");

    public static readonly StorageError PopReceiptMismatch = new(400, "PopReceiptMismatch",
        "The specified pop receipt did not match the pop receipt for a dequeued message.");

    public static readonly StorageError QueueAlreadyExists = new(409, "QueueAlreadyExists",
        "The specified queue already exists.");

    public static readonly StorageError QueueNotFound = new(404, "QueueNotFound",
        "The specified queue does not exist.");

    public static readonly StorageError RequestBodyTooLarge = new(413, "RequestBodyTooLarge",
        "The request body is too large and exceeds the maximum permissible limit.")
    {
        Details = [("MaxLimit", "65536")],
    };

    public static readonly StorageError ResourceNotFound = new(404, "ResourceNotFound",
        "The specified resource does not exist.");

    /// <summary>What the local account does not offer: access policies, the service's properties and statistics.</summary>
    public static readonly StorageError NotImplemented = new(501, "NotImplemented",
        "The requested operation is not implemented on the local account.");

    /// <summary>What else the answer says, element by element.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];

    /// <summary>A query parameter that has to be there and is not.</summary>
    public static StorageError MissingParameter(string name) => new(400, "MissingRequiredQueryParameter",
        "A query parameter that's mandatory for this request is not specified.")
    {
        Details = [("QueryParameterName", name)],
    };

    /// <summary>A query parameter that cannot be read, or contradicts another one.</summary>
    public static StorageError InvalidParameter(string name, string value, string reason) => new(400, "InvalidQueryParameterValue",
        "Value for one of the query parameters specified in the request URI is invalid.")
    {
        Details = [("QueryParameterName", name), ("QueryParameterValue", value), ("Reason", reason)],
    };

    /// <summary>A query parameter that is too small or too large.</summary>
    public static StorageError OutOfRange(string name, long value, long min, long max) => new(400, "OutOfRangeQueryParameterValue",
        "One of the query parameters specified in the request URI is outside the permissible range.")
    {
        Details =
        [
            ("QueryParameterName", name), ("QueryParameterValue", $"{value}"), ("MinimumAllowed", $"{min}"), ("MaximumAllowed", $"{max}"),
        ],
    };

    /// <summary>The file cannot be written for now: clients try again.</summary>
    public static StorageError ServerBusy(string reason) => new(503, "ServerBusy", reason);
}
