using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>An HTML page without scripts, links or anything loaded from elsewhere.</summary>
internal static class HtmlPage
{
    /// <summary>The policy to serve a page with: nothing but its own style sheet, which is named by its hash.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlStyle.Sheet)))}'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Letters of every script stay readable in the source; markup characters are encoded in any case.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Wraps a page's content; the browser asks again after so many seconds, if any are given.</summary>
    public static string Render(string title, IHtmlContent body, int? refreshSeconds = null)
    {
        var page = new HtmlContentBuilder();
        page.AppendHtml("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.AppendHtml("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.AppendHtml("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n");
        if (refreshSeconds is { } seconds)
        {
            page.MarkupLine($"""<meta http-equiv="refresh" content="{seconds}">""");
        }

        page.MarkupLine($"<title>{title}</title>");
        page.AppendHtml("<style>");
        page.AppendHtml(HtmlStyle.Sheet).AppendHtml("</style>\n</head>\n<body>\n<main>\n");
        page.AppendHtml(body).AppendHtml("</main>\n</body>\n</html>\n");
        using var writer = new StringWriter();
        page.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
