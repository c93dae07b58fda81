using FuseDeskFlows.Reports.Components;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>Answers with runs and reports, in the format that the caller asked for.</summary>
internal static class RunResponse
{
    public static IResult Json<T>(HttpRequest request, T value, int status = StatusCodes.Status200OK)
    {
        Protect(request);

        // The app's own types name their properties; Durable Functions' management payload gets its camelCase from the options.
        return TypedResults.Json(value, AppJson.Options, contentType: null, status);
    }

    /// <summary>Answers with the state of a run, and with its report once it has one.</summary>
    public static IResult Run(HttpRequest request, RunDetail run, ReportFormat format) => format switch
    {
        ReportFormat.Html => Html(request, ReportPages.Html(run) ?? RunPage.Of(run)),
        ReportFormat.Markdown => Markdown(request, ReportPages.Markdown(run) ?? RunMarkdown.Render(run)),
        _ => Json(request, run),
    };

    /// <summary>Answers with nothing but the report of a completed run.</summary>
    public static IResult Report(HttpRequest request, RunDetail run, ReportFormat format) =>
        format == ReportFormat.Json ? Json(request, run.Report) : Run(request, run, format);

    private static HtmlResult Html(HttpRequest request, HtmlPage page)
    {
        Protect(request);
        return new(page);
    }

    private static ContentHttpResult Markdown(HttpRequest request, string page)
    {
        Protect(request);
        return TypedResults.Text(page, "text/markdown; charset=utf-8");
    }

    // Reports are about people: they stay out of caches, and nothing of them leaks through referrers or type guessing.
    private static void Protect(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.Vary = "Accept";
    }
}
