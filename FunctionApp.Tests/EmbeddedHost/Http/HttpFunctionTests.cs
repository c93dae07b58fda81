using System.Net;
using System.Net.Http.Json;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FuseDeskFlows.Tests.EmbeddedHost.Http;

public sealed class HttpFunctionTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(new TestHostOptions(_folder, typeof(HttpSamples))
    {
        Configure = builder =>
        {
            builder.Configuration["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "1000";
            builder.Services.AddScoped<ScopedThing>();
            builder.UseMiddleware((context, next) =>
            {
                context.Items["middleware"] = "first";
                return next();
            });
        },
    });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_function_without_a_route_is_served_under_its_name()
    {
        var answer = await _host.Http.GetAsync("/api/Hello?name=Sarah", Cancel);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("Hello Sarah", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("/api/typed/5", """{"id":5,"key":null,"filter":null,"top":7}""")]
    [InlineData("/api/typed/5?filter=a%20b&top=3", """{"id":5,"key":null,"filter":"a b","top":3}""")]
    [InlineData("/api/typed/5/6f9619ff-8b86-d011-b42d-00c04fc964ff", """{"id":5,"key":"6f9619ff-8b86-d011-b42d-00c04fc964ff","filter":null,"top":7}""")]
    public async Task Route_values_and_query_are_bound_by_name(string path, string expected) =>
        Assert.Equal(expected, await _host.Http.GetStringAsync(path, Cancel));

    [Theory]
    [InlineData("/api/typed/five")]
    [InlineData("/api/nosuch")]
    [InlineData("/Hello")]
    public async Task A_path_that_no_route_fits_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Http.GetAsync(path, Cancel)).StatusCode);

    [Fact]
    public async Task Two_functions_share_a_route_by_method()
    {
        var posted = await _host.Http.PostAsJsonAsync("/api/same", new { text = "hi", pages = 2 }, Cancel);
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        Assert.Equal("""{"text":"hi","pages":2}""", await posted.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("""{"Text":"poco","Pages":3}""", await _host.Http.GetStringAsync("/api/same", Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Http.DeleteAsync("/api/same", Cancel)).StatusCode);
    }

    [Fact]
    public async Task No_result_is_no_content() =>
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Http.GetAsync("/api/Nothing", Cancel)).StatusCode);

    [Fact]
    public async Task A_function_without_methods_takes_all_of_them()
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/api/any/a/b");
        var answer = await _host.Http.SendAsync(request, Cancel);
        Assert.Equal("PATCH a/b", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task An_exception_is_a_500_that_tells_nothing()
    {
        var answer = await _host.Http.GetAsync("/api/Fails", Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_a_500_as_on_Azure()
    {
        using var body = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.InternalServerError, (await _host.Http.PostAsync("/api/same", body, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var letter = await _host.Http.PostAsJsonAsync("/api/same", new { text = new string('x', 1000) }, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, letter.StatusCode);
    }

    // A page from elsewhere reaches this port too: by its visitor's browser, or under a name of its own that leads to 127.0.0.1.
    [Theory]
    [InlineData("Host", "evil.example:7071")]
    [InlineData("Host", "127.0.0.1.evil.example")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Origin", "null")]
    public async Task What_a_foreign_page_asks_for_is_refused(string header, string value)
    {
        foreach (var path in new[] { "/api/Hello?name=Sarah", "/runtime/webhooks/durabletask/instances" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(path, header, value));
        }
    }

    [Theory]
    [InlineData("Host", "localhost")]
    [InlineData("Host", "[::1]:7071")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Origin", "https://127.0.0.1")]
    public async Task What_a_page_of_this_machine_asks_for_is_answered(string header, string value) =>
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/Hello?name=Sarah", header, value));

    [Fact]
    public async Task Who_lets_other_machines_in_lets_them_call_it_by_any_name()
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(new TestHostOptions(folder, typeof(HttpSamples))
        {
            Arguments = ["--port", "0", "--allow-non-loopback"],
            Configure = builder => builder.Services.AddScoped<ScopedThing>(),
        });

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/Hello?name=Sarah", "Host", "flows.example", host));
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string header, string value, TestHost? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await (host ?? _host).Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    [Fact]
    public async Task An_instance_function_lives_in_the_scope_of_its_run() =>
        Assert.Equal("Scoped True True True first", await _host.Http.GetStringAsync("/api/Scoped", Cancel));

    [Fact]
    public void The_start_lists_the_functions_as_Core_Tools_does()
    {
        Assert.Contains("Functions:", _host.Output, StringComparison.Ordinal);
        Assert.Contains($"\tHello: [GET] {_host.Address}/api/Hello", _host.Output, StringComparison.Ordinal);
        Assert.Contains($"\tAny: [*] {_host.Address}/api/any/{{*rest}}", _host.Output, StringComparison.Ordinal);
        Assert.EndsWith("Press Ctrl+C to exit.", _host.Output.TrimEnd(), StringComparison.Ordinal);
    }
}
