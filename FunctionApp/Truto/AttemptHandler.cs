using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Truto;

/// <summary>
/// Sits under the retries, so it sees every single attempt: counts it, reads its quota headers whatever its status, and takes the
/// body in, so that a body that stalls, breaks off or never ends belongs to the attempt that can be repeated.
/// </summary>
internal sealed class AttemptHandler(QuotaMemory memory, TimeProvider time, IOptions<TrutoOptions> options) : DelegatingHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var log = request.Options.TryGetValue(AttemptLog.Key, out var given) ? given : new AttemptLog();
        log.Sent++;
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (QuotaHeaders.Read(response.Headers, now) is { } quota)
            {
                log.Quota = quota;
                memory.Observe(quota);
            }

            await response.Content.LoadIntoBufferAsync(options.Value.MaxResponseBytes, cancellationToken);
            log.RateLimit = (int)response.StatusCode == 429
                ? QuotaHeaders.ReadLimit(response.Headers, now, TrutoEnvelope.IsRemoteError(response))
                : null;
            if (log.RateLimit is { } limit)
                memory.Observe(limit);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
