using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>Truto's own checks, before FuseDesk is asked.</summary>
internal static class ProxyCallReader
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <summary>Reads a call, or says what is wrong with it.</summary>
    public static async Task<(ProxyCall? Call, ApiAnswer? Error)> ReadAsync(SandboxRoute route, HttpRequest request)
    {
        if (route.Tool is not { } tool)
        {
            var problem = $"The integrated account has no resource or method for {request.Method} {request.Path}";
            return (null, TrutoErrors.Own(StatusCodes.Status404NotFound, problem));
        }

        if (!PageCursor.TryRead(request.Query["next_cursor"], out var offset))
        {
            return Invalid("next_cursor is not a cursor of this list");
        }

        if (!TryReadLimit(request.Query["limit"], out var limit))
        {
            return Invalid("limit must be a whole number from 1 on");
        }

        JsonObject? body = null;
        if (tool.Writes)
        {
            using var reader = new StreamReader(request.Body);
            var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
            try
            {
                body = text.Length == 0 ? [] : JsonNode.Parse(text) as JsonObject;
            }
            catch (JsonException)
            {
                body = null;
            }

            if (body is null)
            {
                return Invalid("The body must be a JSON object");
            }
        }

        var id = route.Id ?? body?["id"]?.ToString() ?? (tool.Custom ? request.Query["id"].FirstOrDefault() : null);
        return tool.NeedsId && id is null ? Invalid("id is required") : (new(tool, id, request.Query, body, offset, limit), null);
    }

    private static (ProxyCall?, ApiAnswer?) Invalid(string message) => (null, TrutoErrors.Own(StatusCodes.Status400BadRequest, message));

    private static bool TryReadLimit(string? text, out int limit)
    {
        limit = DefaultLimit;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var valid = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit > 0;
        limit = Math.Min(limit, MaxLimit);
        return valid;
    }
}
