using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace LocalFunctionsHost.Commands;

/// <summary>
/// Carries messages of the Model Context Protocol, a line each, between a program that speaks over stdin and stdout and an app that
/// speaks over HTTP. Nothing but the protocol goes to stdout.
/// </summary>
internal sealed class StdioBridge(McpHttpClient app, TextReader input, TextWriter output, TextWriter error)
{
    private const int InternalError = -32603;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly TextWriter _output = TextWriter.Synchronized(output);

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

            var message = McpMessage.Read(line);
            var answer = message.CancelledId is { } cancelled ? CancelAsync(cancelled) : CarryAsync(line, message, stopping);

            // Its answer says which version the rest of the conversation has.
            if (message.Method is "initialize")
            {
                await answer;
            }

            answers.Add(answer);
        }

        await Task.WhenAll(answers);
    }

    // Without sessions the app knows no other request to cancel: that one's connection ends.
    private Task CancelAsync(string id) => _running.TryGetValue(id, out var running) ? running.CancelAsync() : Task.CompletedTask;

    private async Task CarryAsync(string line, McpMessage message, CancellationToken stopping)
    {
        // Not disposed, since it may be cancelled while it ends; it holds nothing.
        var cancelling = new CancellationTokenSource();
        await using var stop = stopping.Register(cancelling.Cancel);
        _running[message.Id ?? ""] = cancelling;
        try
        {
            await foreach (var answer in app.SendAsync(line, message, cancelling.Token))
            {
                Write(answer);
            }
        }
        catch (OperationCanceledException) when (cancelling.IsCancellationRequested)
        {
            // Who cancels a request waits for no answer.
        }
        catch (Exception fault) when (fault
            is HttpRequestException or IOException or JsonException or ArgumentException or OperationCanceledException)
        {
            var isRefusal = fault is HttpRequestException { StatusCode: not null };
            Refuse(message, isRefusal ? fault.Message : $"The app could not be asked: {fault.Message}");
        }
        finally
        {
            _running.TryRemove(message.Id ?? "", out _);
        }
    }

    private void Refuse(McpMessage message, string fault)
    {
        if (message.Id is { } id)
        {
            var detail = new JsonObject { ["code"] = InternalError, ["message"] = fault };
            Write(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = JsonNode.Parse(id), ["error"] = detail });
        }
        else
        {
            error.WriteLine(fault);
        }
    }

    // A message is a line, however the app laid it out.
    private void Write(JsonNode? message)
    {
        _output.Write($"{JsonSerializer.Serialize(message, Readable)}\n");
        _output.Flush();
    }
}
