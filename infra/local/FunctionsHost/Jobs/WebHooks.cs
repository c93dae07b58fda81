using System.Net;
using Microsoft.Azure.WebJobs.Host.Config;

namespace LocalFunctionsHost.Jobs;

/// <summary>
/// Gives the durable extension the address of its management API, below the host's own (null where it does not listen), and takes requests
/// to it. Without an address the extension gives functions no client, which activities need too.
/// </summary>
#pragma warning disable CS0618 // The only way to serve an extension's webhooks; the Functions host goes it too.
internal sealed class WebHooks(Uri? root) : IWebHookProvider
#pragma warning restore CS0618
{
    public const string DurablePath = "/runtime/webhooks/durabletask";

    private static readonly Uri Nowhere = new("http://localhost/");

    private IAsyncConverter<HttpRequestMessage, HttpResponseMessage>? _durable;

    // Nothing checks it here; but who keeps an address that the API gave out finds in it what Azure puts there.
    private readonly string _code = Convert.ToHexString(Guid.NewGuid().ToByteArray());

    public Uri GetUrl(IExtensionConfigProvider extension)
    {
        _durable = extension as DurableTaskExtension ?? _durable;
        return new Uri(root ?? Nowhere, $"{DurablePath}?code={_code}");
    }

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (_durable is null)
        {
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        }

        using var message = Message(request);
        return await _durable.ConvertAsync(message, cancellationToken);
    }

    public static async Task WriteAsync(HttpResponseMessage answer, HttpContext http)
    {
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers.AsEnumerable()))
        {
            // The extension names a continuation token even where there is none.
            http.Response.Headers[name] = values.Where(value => value.Length > 0).ToArray();
        }

        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.ContentLength = null;
        }
        else if (answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
        {
            var body = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    private static HttpRequestMessage Message(HttpRequest request)
    {
        var message = new HttpRequestMessage(
            new HttpMethod(request.Method), $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}")
        {
            Content = new StreamContent(request.Body),
        };
        foreach (var (name, values) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                message.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return message;
    }
}
