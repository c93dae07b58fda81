using System.Net;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Headers;
using FuseDeskFlows.Truto.Settings;
using FuseDeskFlows.Truto.Telemetry;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Truto.Http;

/// <summary>
/// Sits under the retries, so it sees every single attempt: counts it, reads its quota headers whatever its status, and takes the
/// body in, so that a body that stalls, breaks off or never ends belongs to the attempt that can be repeated.
/// </summary>
internal sealed class AttemptHandler(RateLimitTracker tracker, TimeProvider time, IOptions<TrutoOptions> options) : DelegatingHandler
{
    private static readonly TimeSpan MaxTransit = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var attempts = request.Options.TryGetValue(AttemptRecord.Key, out var given) ? given : new AttemptRecord();
        attempts.Sent++;
        attempts.RetryAfter = null;
        var sent = time.GetUtcNow();
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
            var now = EstimateServerTime(sent, time.GetUtcNow());
            var isRefused = response.StatusCode == HttpStatusCode.TooManyRequests;
            if (!isRefused && response.StatusCode < HttpStatusCode.InternalServerError && attempts.Tool is not null)
            {
                tracker.Accept(sent);
            }

            var headers = RateLimitHeaders.Parse(
                name => response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null, now);
            attempts.RetryAfter = headers.RetryAfter;
            Observe(headers, attempts, sent, now, isRefused);
            await LoadAsync(response, attempts, cancellationToken);
            attempts.RateLimit = isRefused
                ? tracker.Refuse(
                    headers.ToRejection(TrutoEnvelope.IsRemoteError(response) ? RateLimitScope.FuseDesk : RateLimitScope.Truto, now), sent)
                : null;

            if (attempts.Tool is { } tool)
            {
                CallMetrics.CountAnswered(tool, (int)response.StatusCode);
            }

            return response;
        }
        catch
        {
            response?.Dispose();
            if (attempts.Tool is { } tool)
            {
                CallMetrics.CountLost(tool);
            }

            throw;
        }
    }

    // Too large an answer stays too large: it is one that has come, with nothing to read in it.
    private async Task LoadAsync(HttpResponseMessage response, AttemptRecord attempts, CancellationToken cancellationToken)
    {
        try
        {
            attempts.IsTooLarge = false;
            await response.Content.LoadIntoBufferAsync(options.Value.MaxResponseBytes, cancellationToken);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            attempts.IsTooLarge = true;
            response.Content.Dispose();
            response.Content = new ByteArrayContent([]);
        }
    }

    private void Observe(RateLimitHeaders headers, AttemptRecord attempts, DateTimeOffset sent, DateTimeOffset now, bool isRefused)
    {
        if (headers.ToStatus(now) is { } quota)
        {
            attempts.Quota = quota;
            tracker.Observe(quota, now, sent, isRefused);
        }

        if (headers.Window is { } window)
        {
            tracker.Observe(window);
        }
    }

    // The server counted seconds somewhere between sending and arrival; of a slow answer nobody knows where.
    private static DateTimeOffset EstimateServerTime(DateTimeOffset sent, DateTimeOffset arrived)
    {
        var half = (arrived - sent) / 2;
        return half > MaxTransit ? arrived - MaxTransit : arrived - half;
    }
}
