using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>Reads bodies.</summary>
internal static class RequestJson
{
    /// <summary>The body as JSON; null if it is empty.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static async Task<object?> ReadAsync(HttpRequest request)
    {
        var text = await TextAsync(request);
        return text.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>The body as text.</summary>
    public static async Task<string> TextAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }
}
