using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>
/// Stands between the SDK, which speaks as OpenAI does, and a server that speaks almost so: requests go out as the server takes them, and
/// its answers come in as OpenAI would write them, errors with a status that says what they are.
/// </summary>
internal sealed class DialectHandler(ModelDialect dialect) : DelegatingHandler
{
    private const int MaxAnswerBytes = 16 * 1024 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            await RewriteAsync(request, cancellationToken);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return response;
        }

        await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var completion = CompletionReader.Read(text, response.Content.Headers.ContentType?.MediaType);
        response.Content.Dispose();
        response.StatusCode = (HttpStatusCode)completion.Status;
        response.Content = JsonContent(completion.Body);
        return response;
    }

    private async Task RewriteAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        if (JsonNode.Parse(body) is JsonObject fields)
        {
            RequestWriter.Rewrite(fields, dialect, dialect.Refused);
            request.Content.Dispose();
            request.Content = JsonContent(fields);
        }
    }

    private static ByteArrayContent JsonContent(JsonObject body)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = Json;
        return content;
    }
}
