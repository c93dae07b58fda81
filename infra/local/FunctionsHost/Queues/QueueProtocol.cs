using System.Text;
using System.Xml;
using System.Xml.Linq;
using DurableSqlite;

namespace LocalFunctionsHost.Queues;

/// <summary>Azure Queue Storage's REST protocol, with one account in the path, as an emulator serves it.</summary>
internal sealed class QueueProtocol(
    string account, SharedKey key, QueueOperations queues, MessageOperations messages, ILogger logger)
{
    private static readonly XmlWriterSettings Xml = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Answers one request.</summary>
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
        catch (SqliteStorageException e)
        {
            return StorageError.ServerBusy(e.Message);
        }
        catch (ObjectDisposedException)
        {
            return StorageError.ServerBusy("The queues are being closed.");
        }
#pragma warning disable CA1031 // A request that fails does not end the server, and clients try again.
        catch (Exception e) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.RequestFailed(e);
            return StorageError.ServerBusy("The request failed; the log says why.");
        }
    }

    private Task<StorageResponse> RunAsync(HttpRequest request)
    {
        var path = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is not [var named, .. var resource] || !string.Equals(named, account, StringComparison.Ordinal))
        {
            return Answer(StorageError.ResourceNotFound);
        }

        if (resource is [var queue, ..] && QueueParameters.CheckName(queue) is { } wrong)
        {
            return Answer(wrong);
        }

        return (request.Method, resource, request.Query["comp"].ToString()) switch
        {
            ("GET", [], "list") => Answer(queues.List(request)),
            ("PUT", [var name], "") => queues.CreateAsync(request, name),
            ("DELETE", [var name], "") => queues.DeleteAsync(name),
            ("GET" or "HEAD", [var name], "metadata") => Answer(queues.Get(name)),
            ("PUT", [var name], "metadata") => queues.SetMetadataAsync(request, name),
            ("POST", [var name, "messages"], "") => messages.SendAsync(request, name),
            ("GET", [var name, "messages"], "") when request.Query["peekonly"].ToString() is "true" or "True" =>
                Answer(messages.Peek(request, name)),
            ("GET", [var name, "messages"], "") => messages.ReceiveAsync(request, name),
            ("DELETE", [var name, "messages"], "") => messages.ClearAsync(name),
            ("PUT", [var name, "messages", var id], "") => messages.UpdateAsync(request, name, id),
            ("DELETE", [var name, "messages", var id], "") => messages.DeleteAsync(request, name, id),
            _ => Answer(StorageError.NotImplemented),
        };
    }

    private static Task<StorageResponse> Answer(StorageResponse response) => Task.FromResult(response);

    private static byte[] Write(XElement body)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, Xml))
        {
            body.Save(writer);
        }

        return buffer.ToArray();
    }
}
