using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Reads a body as it came, up to a limit.</summary>
internal static class BoundedBody
{
    /// <summary>Reads the body. Whatever its length is said to be, no more than the limit is kept.</summary>
    /// <returns>The bytes; null if there are more than the limit.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        // What the caller says of the length is not trusted with memory.
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (body.Length + read > maxBytes)
            {
                return null;
            }

            await body.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }
}
