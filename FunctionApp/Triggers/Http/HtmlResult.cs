using FuseDeskFlows.Reports.Components;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Answers with a page.</summary>
internal sealed class HtmlResult(HtmlPage page) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentSecurityPolicy = HtmlPage.ContentSecurityPolicy;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(await page.RenderAsync(ApiRoot.Path), httpContext.RequestAborted);
    }
}
