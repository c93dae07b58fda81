using FuseDeskFlows.Reports.Components;
using FuseDeskFlows.Reports.Pages.Runs;
using FuseDeskFlows.Triggers.Pages.Http;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Triggers.Pages.Http;

public sealed class ConsoleResultTests
{
    [Fact]
    public async Task The_script_gets_the_part_alone_and_nothing_while_it_is_the_same()
    {
        var whole = await GetAsync();
        var part = await GetAsync((ConsoleResult.PartHeader, "1"));
        var again = await GetAsync((ConsoleResult.PartHeader, "1"), ("If-None-Match", part.Headers.ETag.ToString()));

        Assert.StartsWith("<!doctype html>", whole.Body, StringComparison.Ordinal);
        Assert.StartsWith("<div id=\"part\" data-live=\"on\">", part.Body, StringComparison.Ordinal);
        Assert.Contains(part.Body, whole.Body, StringComparison.Ordinal);
        Assert.Equal((StatusCodes.Status304NotModified, ""), (again.Status, again.Body));
    }

    [Fact]
    public async Task A_page_stays_out_of_caches_and_loads_and_tells_nothing_elsewhere()
    {
        var page = await GetAsync();

        Assert.Equal("no-store", page.Headers.CacheControl);
        Assert.Equal(HtmlPage.ContentSecurityPolicy, page.Headers.ContentSecurityPolicy);
        Assert.Equal("same-origin", page.Headers["Referrer-Policy"]);
        Assert.Equal("nosniff", page.Headers.XContentTypeOptions);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Who_has_signed_in_is_named(bool isSignedIn, int times)
    {
        var page = await GetAsync(new ConsoleUser("Ada Byron", true, isSignedIn));

        Assert.Equal(times, page.Body.Split("Ada Byron").Length - 1);
    }

    private static Task<Answer> GetAsync(params (string, string)[] headers) => GetAsync(new ConsoleUser("me", true, false), headers);

    private static Task<Answer> GetAsync(ConsoleUser user, params (string, string)[] headers)
    {
        var request = Answer.Request(path: "/api/console/runs", headers: headers);
        request.Method = "GET";
        return Answer.OfAsync(ConsoleResult.Of<RunsView>("Runs", "runs", user, new RunsModel()) with { IsLive = true }, request);
    }
}
