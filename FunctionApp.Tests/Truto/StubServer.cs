using System.Collections.Concurrent;
using FuseDeskFlows.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Truto;

/// <summary>An HTTP server on loopback that answers as a test tells it, for answers that no well-behaved sandbox gives.</summary>
public sealed class StubServer : IAsyncDisposable
{
    private LoopbackServer? _server;

    private StubServer()
    {
    }

    /// <summary>What came in, as method, path and query.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Answers everything but <c>/tools</c>.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>Answers <c>/tools</c>.</summary>
    public Func<HttpContext, Task> Tools { get; set; } = context => Say(context, 404, "{}");

    public Uri Url => _server!.Url;

    /// <summary>Requests other than for <c>/tools</c>.</summary>
    public IReadOnlyList<string> Calls => [.. Requests.Where(request => !request.Contains("/tools", StringComparison.Ordinal))];

    public static async Task<StubServer> StartAsync()
    {
        var server = new StubServer();
        server._server = await LoopbackServer.StartAsync(server.HandleAsync);
        return server;
    }

    public static Task Say(
        HttpContext context, int status, string body, string type = "application/json", params (string Name, string Value)[] headers) =>
        LoopbackServer.SayAsync(context, status, body, type, headers);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        return context.Request.Path.Value!.EndsWith("/tools", StringComparison.Ordinal) ? Tools(context) : Answer(context);
    }
}
