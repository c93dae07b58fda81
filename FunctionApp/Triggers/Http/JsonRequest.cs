using System.Text.Json;
using FuseDeskFlows.Serialization;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Reads a request's small JSON body.</summary>
internal static class JsonRequest
{
    /// <summary>In bytes.</summary>
    public const int MaxBodySize = 16 * 1024;

    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

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

    private static ParseResult<JsonElement> Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Span.TrimStart(" \t\r\n"u8).IsEmpty)
        {
            return ApiProblem.InvalidJson("The body is empty; a JSON object is needed.");
        }

        if (!JsonRepair.IsValid(body))
        {
            return ApiProblem.InvalidJson("The body has half of a character: bytes that are not UTF-8, or half of a surrogate pair.");
        }

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : ApiProblem.InvalidJson("The body must be a JSON object.");
        }
        catch (JsonException) when (JsonNesting.DepthOf(body.Span) > MaxDepth)
        {
            return ApiProblem.InvalidJson($"The body is nested deeper than {MaxDepth} levels.");
        }
        catch (JsonException fault) when (fault.LineNumber is { } line)
        {
            // The parser's own message may quote the body.
            return ApiProblem.InvalidJson($"The body stops being JSON at line {line + 1}, byte {fault.BytePositionInLine + 1}.");
        }
        catch (JsonException)
        {
            return ApiProblem.InvalidJson("The body is not JSON, or has a field twice.");
        }
    }
}
