using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalFunctionsHost.Http;

/// <summary>Answers with problem details (RFC 9457).</summary>
internal static class Problems
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>Writes the answer.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">The status code.</param>
    /// <param name="title">The kind of problem.</param>
    /// <param name="detail">This problem, and what helps.</param>
    public static async Task WriteAsync(HttpContext http, int status, string title, string detail)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/problem+json";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = $"{RetryAfter.TotalSeconds:F0}";
        }

        var problem = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["type"] = "about:blank",
            ["title"] = title,
            ["status"] = status,
            ["detail"] = detail,
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(problem, Readable);
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>Writes that the host cannot serve just now.</summary>
    public static Task UnavailableAsync(HttpContext http, string detail) =>
        WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "Service unavailable", detail);
}
