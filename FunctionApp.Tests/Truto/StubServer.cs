using System.Collections.Concurrent;
using System.Net;
using FuseDeskFlows.TrutoSandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FuseDeskFlows.Tests.Truto;

/// <summary>An HTTP server on loopback that answers as a test tells it, for answers that no well-behaved sandbox gives.</summary>
public sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubServer(WebApplication app)
    {
        _app = app;
        app.Run(HandleAsync);
    }

    /// <summary>What came in, as method, path and query.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Answers everything but <c>/tools</c>.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>Answers <c>/tools</c>.</summary>
    public Func<HttpContext, Task> Tools { get; set; } = context => Say(context, 404, "{}");

    public Uri Url => new(_app.Urls.First());

    /// <summary>Requests other than for <c>/tools</c>.</summary>
    public IReadOnlyList<string> Calls => [.. Requests.Where(request => !request.Contains("/tools", StringComparison.Ordinal))];

    public static async Task<StubServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<IHostLifetime, NoopHostLifetime>();
        var server = new StubServer(builder.Build());
        await server._app.StartAsync();
        return server;
    }

    public static async Task Say(
        HttpContext context, int status, string body, string type = "application/json", params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private Task HandleAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        return context.Request.Path.Value!.EndsWith("/tools", StringComparison.Ordinal) ? Tools(context) : Answer(context);
    }
}
