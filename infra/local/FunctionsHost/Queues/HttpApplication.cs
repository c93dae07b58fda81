using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace LocalFunctionsHost.Queues;

/// <summary>Hands the requests of a bare server to one handler: no pipeline, and no traces or logs of each poll.</summary>
internal sealed class HttpApplication(RequestDelegate handler) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => handler(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // The server owns what a context is made of.
    }
}
