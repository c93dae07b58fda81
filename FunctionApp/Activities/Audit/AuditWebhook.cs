using System.Net;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>Posts to the webhook of the settings. What it tells of a failure never contains the address.</summary>
/// <param name="http">The connection; it follows no redirect and logs nothing.</param>
/// <param name="options">The settings.</param>
/// <param name="time">Turns a <c>Retry-After</c> in seconds into a moment.</param>
public sealed class AuditWebhook(HttpClient http, IOptions<AuditOptions> options, TimeProvider time)
{
    /// <summary>Posts once.</summary>
    /// <param name="key">Names the delivery, for receivers that look at <c>Idempotency-Key</c>.</param>
    /// <param name="body">What is posted, as JSON.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<WebhookPostResult> PostAsync(string key, string body, CancellationToken cancellationToken)
    {
        if (options.Value.WebhookUrl is not { Length: > 0 } url)
        {
            return WebhookPostResult.Refused("EscalationAudit:WebhookUrl is not set any more");
        }

        using var content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Read(response);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return WebhookPostResult.Later($"the webhook could not be reached ({failure.HttpRequestError})");
        }
        catch (Exception failure)
            when (failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return WebhookPostResult.Unknown("the connection broke, or took too long, after the report was sent");
        }
    }

    // A gateway that lost the answer may have passed the report on; one that says "busy" or "broken" has not taken it.
    private WebhookPostResult Read(HttpResponseMessage response) => response.StatusCode switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => WebhookPostResult.Delivered,
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout =>
            WebhookPostResult.Later($"the webhook answered {(int)response.StatusCode}", RetryAt(response)),
        HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
            WebhookPostResult.Unknown($"a gateway before the webhook answered {(int)response.StatusCode}"),
        _ => WebhookPostResult.Refused($"the webhook answered {(int)response.StatusCode}"),
    };

    private DateTimeOffset? RetryAt(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => time.GetUtcNow() + delta,
        { Date: { } date } => date,
        _ => null,
    };
}
