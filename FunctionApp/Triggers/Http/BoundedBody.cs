using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Reads a body as it came, up to a limit.</summary>
internal static class BoundedBody
{
    /// <summary>Reads the body. Whatever its length is said to be, no more than the limit is kept.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">How many bytes it may have.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The bytes; null if there are too many.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        // What the caller says of the length is not trusted with memory.
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (body.Length + read > limit)
            {
                return null;
            }

            await body.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }
}
