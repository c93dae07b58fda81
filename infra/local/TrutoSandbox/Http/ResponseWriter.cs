using System.Globalization;
using System.Text;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>Puts an answer on the wire.</summary>
internal static class ResponseWriter
{
    /// <summary>Sends it, or hangs up.</summary>
    public static async Task SendAsync(HttpContext context, ApiAnswer answer)
    {
        if (answer.Drop)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.Quota is { } quota && !answer.WithoutQuota)
        {
            response.Headers["ratelimit-limit"] = quota.Limit.ToString(CultureInfo.InvariantCulture);
            response.Headers["ratelimit-remaining"] = quota.Remaining.ToString(CultureInfo.InvariantCulture);
            if (quota.ResetSeconds is { } reset)
            {
                response.Headers["ratelimit-reset"] = reset.ToString(CultureInfo.InvariantCulture);
            }
        }

        foreach (var (name, value) in answer.Headers)
        {
            if (value is null)
            {
                response.Headers.Remove(name);
            }
            else
            {
                response.Headers[name] = value;
            }
        }

        if (answer.Body.Length == 0 || answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        response.ContentType ??= "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
