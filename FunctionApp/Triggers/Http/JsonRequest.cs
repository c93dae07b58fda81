using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Reads a request's small JSON body.</summary>
internal static class JsonRequest
{
    /// <summary>In bytes.</summary>
    public const int MaxBodySize = 16 * 1024;

    private const int MaxDepth = 8;

    /// <summary>Reads the body as a JSON object.</summary>
    /// <remarks>The media type is insisted on: a page of another origin cannot send it without being asked by the browser first.</remarks>
    /// <param name="maxBytes">How large it may be.</param>
    public static async Task<ParseResult<JsonElement>> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken, int maxBytes = MaxBodySize)
    {
        if (!request.HasJsonContentType())
        {
            return ApiProblem.NotJson();
        }

        return await BoundedBody.ReadAsync(request, maxBytes, cancellationToken) is { } body
            ? Parse(body)
            : ApiProblem.BodyTooLarge(maxBytes);
    }

    private static ParseResult<JsonElement> Parse(ReadOnlyMemory<byte> body) =>
        StrictJson.Parse(body, MaxDepth, out var root) is { } fault ? ApiProblem.InvalidJson(fault)
        : root.ValueKind == JsonValueKind.Object ? root
        : ApiProblem.InvalidJson("The body must be a JSON object.");
}
