using FuseDeskFlows.EmbeddedHost.Http;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What ASP.NET Core adds to a run.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The HTTP request that started the run.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The request and its response, or null if something else started the run.</returns>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(HttpTriggerData.ItemKey, out var value) ? value as HttpContext : null;
    }
}
