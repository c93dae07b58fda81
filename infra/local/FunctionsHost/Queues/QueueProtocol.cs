using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LocalFunctionsHost.Queues;

/// <summary>Azure Queue Storage's REST protocol, with one account in the path, as an emulator serves it.</summary>
internal sealed partial class QueueProtocol(string account, SharedKey key, QueueOperations queues, MessageOperations messages, ILogger log)
{
    private static readonly XmlWriterSettings Xml = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    public async Task HandleAsync(HttpContext http)
    {
        var answer = await AnswerAsync(http.Request);
        var response = http.Response;
        response.StatusCode = answer.Status;
        response.Headers["x-ms-request-id"] = Guid.NewGuid().ToString();
        response.Headers["x-ms-version"] = http.Request.Headers["x-ms-version"];
        response.Headers["x-ms-client-request-id"] = http.Request.Headers["x-ms-client-request-id"];
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Body is not null && !HttpMethods.IsHead(http.Request.Method))
        {
            var body = Write(answer.Body);
            response.ContentType = "application/xml";
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    private async Task<StorageResponse> AnswerAsync(HttpRequest request)
    {
        try
        {
            return key.HasSigned(request) ? await RunAsync(request) : StorageError.AuthenticationFailed;
        }
        catch (Exception e) when (e is SqliteStorageException or ObjectDisposedException)
        {
            return StorageError.ServerBusy(e is SqliteStorageException ? e.Message : "The queues are being closed.");
        }
#pragma warning disable CA1031 // A request that fails does not end the server, and clients try again.
        catch (Exception e) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(e);
            return StorageError.ServerBusy("The request failed; the log says why.");
        }
    }

    private async Task<StorageResponse> RunAsync(HttpRequest http)
    {
        var path = http.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is not [var named, .. var resource] || !string.Equals(named, account, StringComparison.Ordinal))
        {
            return StorageError.ResourceNotFound;
        }

        if (resource is [var queue, ..] && WhatIsWrongWith(queue) is { } wrong)
        {
            return wrong;
        }

        var request = new QueueRequest(http);
        return (http.Method, resource, request.Text("comp")) switch
        {
            ("GET", [], "list") => queues.List(request),
            ("PUT", [var name], "") => await queues.CreateAsync(request, name),
            ("DELETE", [var name], "") => await queues.DeleteAsync(name),
            ("GET" or "HEAD", [var name], "metadata") => queues.Get(name),
            ("PUT", [var name], "metadata") => await queues.SetMetadataAsync(request, name),
            ("POST", [var name, "messages"], "") => await messages.SendAsync(request, name),
            ("GET", [var name, "messages"], "") when request.Text("peekonly") is "true" or "True" => messages.Peek(request, name),
            ("GET", [var name, "messages"], "") => await messages.ReceiveAsync(request, name),
            ("DELETE", [var name, "messages"], "") => await messages.ClearAsync(name),
            ("PUT", [var name, "messages", var id], "") => await messages.UpdateAsync(request, name, id),
            ("DELETE", [var name, "messages", var id], "") => await messages.DeleteAsync(request, name, id),
            _ => StorageError.NotImplemented,
        };
    }

    private static StorageResponse? WhatIsWrongWith(string queue) =>
        queue.Length is < 3 or > 63 ? StorageError.OutOfRangeInput
        : queue.Split('-').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))) ? null
        : StorageError.InvalidResourceName;

    private static byte[] Write(XElement body)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, Xml))
        {
            body.Save(writer);
        }

        return buffer.ToArray();
    }

    [LoggerMessage(9151, LogLevel.Error, "A request to the queues failed.")]
    private partial void LogFailed(Exception e);
}
