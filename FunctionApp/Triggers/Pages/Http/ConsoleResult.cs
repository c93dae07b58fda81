using System.Security.Cryptography;
using System.Text;
using FuseDeskFlows.Reports.Components;
using FuseDeskFlows.Reports.Pages;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Pages.Http;

/// <summary>Answers with a page of the console, or with its part alone for the script that keeps the page up to date.</summary>
/// <param name="Page">What the page shows.</param>
/// <param name="Nav">What stands above it.</param>
internal sealed record ConsoleResult(HtmlPage Page, ConsoleNav Nav) : IResult
{
    /// <summary>The header by which the script asks for the part.</summary>
    public const string PartHeader = "Console-Part";

    /// <summary>Whether the page may change by itself.</summary>
    public bool IsLive { get; init; }

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Where the console is.</summary>
    public static ConsoleRoot Root { get; } = new(ApiRoot.Path);

    /// <summary>A page of a component that shows a model, and links to others.</summary>
    public static ConsoleResult Of<TComponent>(string title, string path, ConsoleUser user, object model)
        where TComponent : IComponent =>
        new(
            new(title, typeof(TComponent), new Dictionary<string, object>(StringComparer.Ordinal) { ["Model"] = model, ["Root"] = Root }),
            new(path, user.IsSignedIn ? user.Name : null));

    /// <summary>A page that only says something.</summary>
    public static ConsoleResult Message(MessageModel message, ConsoleUser? user, int status) =>
        new(
            HtmlPage.Of<MessageView>(message.Heading, nameof(MessageView.Model), message),
            new("-", user is { IsSignedIn: true } ? user.Name : null))
        {
            Status = status,
        };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var html = await (request.Headers.ContainsKey(PartHeader) ? RenderPartAsync() : RenderPageAsync());
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)))[..32]}\"";

        // Pages are about people: they stay out of caches, and nothing of them leaks to other sites or by guesses of types.
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.ContentSecurityPolicy = HtmlPage.ContentSecurityPolicy;
        response.Headers.Vary = PartHeader;
        response.Headers.ETag = tag;
        if (HttpMethods.IsGet(request.Method) && Status == StatusCodes.Status200OK
            && request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(html, httpContext.RequestAborted);
    }

    private Task<string> RenderPartAsync() => HtmlRendering.RenderAsync<ConsolePart>(Parameters());

    private Task<string> RenderPageAsync()
    {
        var parameters = Parameters();
        parameters[nameof(ConsolePage.Title)] = Page.Title;
        parameters[nameof(ConsolePage.Root)] = Root.Path;
        parameters[nameof(ConsolePage.Nav)] = Nav;
        return HtmlRendering.RenderAsync<ConsolePage>(parameters);
    }

    private Dictionary<string, object?> Parameters() => new(StringComparer.Ordinal)
    {
        [nameof(ConsolePart.IsLive)] = IsLive,
        [nameof(ConsolePart.Body)] = Page.Body,
        [nameof(ConsolePart.BodyParameters)] = Page.Parameters,
    };
}
