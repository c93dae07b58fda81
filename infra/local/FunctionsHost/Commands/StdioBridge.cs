using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace LocalFunctionsHost.Commands;

/// <summary>
/// Carries messages of the Model Context Protocol, a line each, between a program that speaks over stdin and stdout and an app that
/// speaks over HTTP without sessions. Nothing but the protocol goes to stdout.
/// </summary>
internal sealed class StdioBridge(HttpClient http, Uri address, TextReader input, TextWriter output, TextWriter error)
{
    private const string VersionHeader = "MCP-Protocol-Version";
    private const string VersionInMessage = "io.modelcontextprotocol/protocolVersion";
    private const int InternalError = -32603;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly Lock _writing = new();
    private string? _version;

    /// <summary>Carries messages until the input ends; what has been asked by then is still answered.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var answers = new List<Task>();
        while (await input.ReadLineAsync(stopping) is { } line)
        {
            answers.RemoveAll(answer => answer.IsCompleted);
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var message = Parse(line);
            var answer = CarryAsync(line, message, stopping);

            // Its answer says which version the rest of the conversation has.
            if (message.Method is "initialize")
            {
                await answer;
            }

            answers.Add(answer);
        }

        await Task.WhenAll(answers);
    }

    private async Task CarryAsync(string line, Message message, CancellationToken stopping)
    {
        if (message is { Method: "notifications/cancelled", Cancels: { } cancelled })
        {
            // Without sessions the app knows no other request to cancel: that one's connection ends.
            if (_running.TryGetValue(cancelled, out var running))
            {
                await running.CancelAsync();
            }

            return;
        }

        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (message.Id is { } id)
        {
            _running[id] = cancelling;
        }

        try
        {
            await PostAsync(line, message, cancelling.Token);
        }
        catch (OperationCanceledException) when (cancelling.IsCancellationRequested)
        {
            // Who cancels a request waits for no answer.
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            Answer(message, $"The app could not be asked: {fault.Message}");
        }
        finally
        {
            if (message.Id is { } done)
            {
                _running.TryRemove(done, out _);
            }
        }
    }

    private async Task PostAsync(string line, Message message, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(line) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");

        // A conversation that begins anew agrees on a version anew.
        AddHeader(request, VersionHeader, message.Version ?? (message.Method is "initialize" ? null : _version));
        if (message.Version is not null)
        {
            AddHeader(request, "Mcp-Method", message.Method);
            AddHeader(request, "Mcp-Name", message.Name);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        switch (response.Content.Headers.ContentType?.MediaType)
        {
            case "text/event-stream":
                await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellationToken))
                {
                    HandOn(item.Data, message);
                }

                break;
            case "application/json":
                using (var reader = new StreamReader(body))
                {
                    HandOn(await reader.ReadToEndAsync(cancellationToken), message);
                }

                break;
            case "application/problem+json":
                Answer(message, $"The app answered {(int)response.StatusCode}: {await DetailAsync(body, cancellationToken)}");
                break;
            case var _ when !response.IsSuccessStatusCode:
                Answer(message, $"The app answered {(int)response.StatusCode} at {address}.");
                break;
            default:
                break;
        }
    }

    private static void AddHeader(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null && value.All(letter => letter is >= ' ' and <= '~'))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private void HandOn(string text, Message message)
    {
        if (text.Length == 0)
        {
            return;
        }

        var answer = JsonElement.Parse(text);
        if (message.Method is "initialize" && answer.TryGetProperty("result", out var result)
            && result.TryGetProperty("protocolVersion", out var version))
        {
            _version = version.GetString();
        }

        // Who asked knows a refusal as an answer only by its id, which the app leaves out where it could not read the message.
        if (message.Id is { } id && answer.TryGetProperty("error", out _) && Field(answer, "id").ValueKind == JsonValueKind.Null)
        {
            var refusal = JsonObject.Create(answer)!;
            refusal["id"] = JsonNode.Parse(id);
            answer = JsonSerializer.SerializeToElement(refusal);
        }

        // A message is a line, however the app laid it out.
        Write(JsonSerializer.Serialize(answer, Readable));
    }

    private static async Task<string?> DetailAsync(Stream problem, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(problem, cancellationToken: cancellationToken);
        return Text(document.RootElement, "detail") ?? Text(document.RootElement, "title");
    }

    private void Answer(Message message, string fault)
    {
        if (message.Id is { } id)
        {
            var text = JsonSerializer.Serialize(fault, Readable);
            Write($$$"""{"jsonrpc":"2.0","id":{{{id}}},"error":{"code":{{{InternalError}}},"message":{{{text}}}}}""");
        }
        else
        {
            error.WriteLine(fault);
        }
    }

    private void Write(string line)
    {
        lock (_writing)
        {
            output.Write(line + "\n");
            output.Flush();
        }
    }

    // What is no message goes on as it came: the app says what is wrong with it.
    private static Message Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var parameters = Field(root, "params");
            return new(
                Id(root, "id"),
                Text(root, "method"),
                Text(parameters, "name") ?? Text(parameters, "uri"),
                Text(Field(parameters, "_meta"), VersionInMessage),
                Id(parameters, "requestId"));
        }
        catch (JsonException)
        {
            return new(null, null, null, null, null);
        }
    }

    private static JsonElement Field(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    private static string? Id(JsonElement parent, string name) =>
        Field(parent, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } id ? id.GetRawText() : null;

    private static string? Text(JsonElement parent, string name) =>
        Field(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private sealed record Message(string? Id, string? Method, string? Name, string? Version, string? Cancels);
}
