using System.Text.Encodings.Web;

namespace LocalFunctionsHost.Http;

/// <summary>Answers with problem details (RFC 9457).</summary>
internal static class Problems
{
    private const string SecondsToWait = "2";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The title is the kind of problem; the detail is this one, and what helps.</summary>
    public static async Task WriteAsync(HttpContext http, int status, string title, string detail)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = SecondsToWait;
        }

        var problem = JsonSerializer.SerializeToUtf8Bytes(new { type = "about:blank", title, status, detail }, Readable);
        (http.Response.ContentType, http.Response.ContentLength) = ("application/problem+json", problem.Length);
        await http.Response.Body.WriteAsync(problem, http.RequestAborted);
    }

    /// <summary>Writes that the host cannot serve just now.</summary>
    public static Task UnavailableAsync(HttpContext http, string detail) =>
        WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "Service unavailable", detail);

    /// <summary>Writes 500 with nothing in it, as the Functions host does; or that the storage is what failed.</summary>
    public static Task FailedAsync(HttpContext http, SqliteStorageHealth storage)
    {
        if (storage.Failure is { } failure)
        {
            return UnavailableAsync(http, failure.Message);
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }
}
