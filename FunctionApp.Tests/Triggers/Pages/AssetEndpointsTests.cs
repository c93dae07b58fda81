using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Triggers.Pages;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Triggers.Pages;

public sealed class AssetEndpointsTests
{
    [Fact]
    public async Task A_browser_keeps_the_style_sheet_of_the_version_that_a_page_names()
    {
        var answer = await GetAsync($"?v={WebAsset.StyleSheet.Version}");

        Assert.Equal(StatusCodes.Status200OK, answer.Status);
        Assert.Equal("text/css; charset=utf-8", answer.Headers.ContentType);
        Assert.Contains("immutable", answer.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", answer.Body, StringComparison.Ordinal);
        Assert.Contains("@media print", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_file_gets_none()
    {
        var tag = (await GetAsync()).Headers.ETag.ToString();
        var answer = await GetAsync("", ("If-None-Match", tag));

        Assert.Equal(StatusCodes.Status304NotModified, answer.Status);
        Assert.Empty(answer.Body);
        Assert.Equal("no-cache", answer.Headers.CacheControl);
    }

    [Fact]
    public void The_style_sheet_loads_nothing() =>
        Assert.DoesNotContain("url(", System.Text.Encoding.UTF8.GetString(WebAsset.StyleSheet.Content.Span), StringComparison.Ordinal);

    private static Task<Answer> GetAsync(string query = "", params (string, string)[] headers)
    {
        var request = Answer.Request(query: query, path: "/api/console/style.css", headers: headers);
        request.Method = "GET";
        return Answer.OfAsync(AssetEndpoints.StyleSheet(request), request);
    }
}
