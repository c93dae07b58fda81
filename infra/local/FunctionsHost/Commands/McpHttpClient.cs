using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace LocalFunctionsHost.Commands;

/// <summary>An app that speaks the Model Context Protocol over HTTP without sessions: a message goes by POST.</summary>
internal sealed class McpHttpClient(HttpClient http, Uri address)
{
    private string? _version;

    /// <summary>Sends a message as it came, and returns what the app answers: nothing, one message or several.</summary>
    /// <exception cref="HttpRequestException">With a status, if the app refuses the request in other words than the protocol's.</exception>
    public async IAsyncEnumerable<JsonNode?> SendAsync(
        string line, McpMessage message, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(line) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");

        // A conversation that begins anew agrees on a version anew.
        AddHeader(request, "MCP-Protocol-Version", message.Version ?? (message.Method is "initialize" ? null : _version));
        AddHeader(request, "Mcp-Method", message.Version is null ? null : message.Method);
        AddHeader(request, "Mcp-Name", message.Version is null ? null : message.Name);

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await foreach (var text in TextsOfAsync(response, cancellationToken))
        {
            if (text.Length > 0)
            {
                yield return Read(text, message);
            }
        }
    }

    private JsonNode? Read(string text, McpMessage message)
    {
        var answer = JsonSerializer.Deserialize<JsonNode>(text);
        if (message.Id is { } id && answer is JsonObject reply)
        {
            if (message.Method is "initialize" && reply["result"] is JsonObject agreed)
            {
                _version = agreed["protocolVersion"]?.ToString();
            }

            // Who asked knows a refusal as an answer only by its id, which the app leaves out where it could not read the message.
            if (reply.ContainsKey("error"))
            {
                reply["id"] ??= JsonNode.Parse(id);
            }
        }

        return answer;
    }

    private async IAsyncEnumerable<string> TextsOfAsync(
        HttpResponseMessage response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        switch (response.Content.Headers.ContentType?.MediaType)
        {
            case "text/event-stream":
                var events = SseParser.Create(await response.Content.ReadAsStreamAsync(cancellationToken));
                await foreach (var item in events.EnumerateAsync(cancellationToken))
                {
                    yield return item.Data;
                }

                break;
            case "application/json":
                yield return await response.Content.ReadAsStringAsync(cancellationToken);
                break;
            case "application/problem+json":
                var problem = await response.Content.ReadFromJsonAsync<ProblemDetails>(cancellationToken);
                throw Refused($": {problem?.Detail ?? problem?.Title}");
            case var _ when !response.IsSuccessStatusCode:
                throw Refused($" at {address}.");
            default:
                break;
        }

        HttpRequestException Refused(string why) => new($"The app answered {(int)response.StatusCode}{why}", null, response.StatusCode);
    }

    private static void AddHeader(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null && value.All(letter => letter is >= ' ' and <= '~'))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
