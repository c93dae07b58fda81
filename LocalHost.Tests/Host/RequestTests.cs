using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Host;

[Collection(HostProcesses.Name)]
public sealed class RequestTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly TinyAppHost _host = shared.Host;

    [Fact]
    public async Task A_method_that_a_route_does_not_name_is_another_route()
    {
        using var answer = await _host.Http.DeleteAsync("/api/items/5", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_worker_gets_the_routes_values_and_the_hosts_address_not_what_the_client_claims()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/items/5?x=1");
        request.Headers.Add("X-Forwarded-Host", "example.com");

        using var answer = await _host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var seen = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("5 (String)", seen.GetProperty("rv").GetProperty("id").GetString());
        Assert.Equal(_host.Http.BaseAddress!.Authority, seen.GetProperty("Host").GetString());
    }

    [Fact]
    public async Task What_a_header_holds_reaches_the_worker_as_it_came()
    {
        using var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_host.Http.BaseAddress!, "/api/items/5"));
        request.Headers.TryAddWithoutValidation("X-Name", "Zoë");

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/throws")]
    [InlineData("/api/slow/abc")]
    public async Task A_function_that_fails_is_500_with_nothing_in_it(string path)
    {
        using var answer = await _host.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_answer_that_was_begun_is_cut_off()
    {
        using var answer = await _host.Http.GetAsync(
            "/api/throws/late", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_function_hands_to_a_queue_arrives()
    {
        using var answer = await _host.Http.PostAsync("/api/multi", null, TestContext.Current.CancellationToken);

        Assert.Equal("queued", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await Eventually.TrueAsync(
            () =>
                _host.AppLog.Any(line =>
                    line.Contains("queue-ok", StringComparison.Ordinal) && line.Contains("from http", StringComparison.Ordinal)),
            "the message arrives");
    }

    [Theory]
    [InlineData("Host", "example.com")]
    [InlineData("Origin", "https://example.com")]
    [InlineData("Origin", "null")]
    public async Task What_comes_from_elsewhere_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/anonymous");
        request.Headers.Add(header, value);

        using var answer = await _host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("runtimeStatus=failed", "runtimeStatus")]
    [InlineData("runtimeStatus=Completed,Finished", "runtimeStatus")]
    [InlineData("createdTimeFrom=yesterday", "createdTimeFrom")]
    [InlineData("instanceIdPrefix=a", "instanceIdPrefix")]
    public async Task A_purge_whose_filter_cannot_be_read_deletes_nothing(string query, string parameter)
    {
        await _host.StartRunAsync("Empty", parameter, null);
        await _host.EndAsync(parameter);

        using var answer = await _host.Http.DeleteAsync(
            $"/runtime/webhooks/durabletask/instances/?{query}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Contains(parameter, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Completed", (await _host.StatusAsync(parameter)).GetProperty("runtimeStatus").GetString());
    }

    [Theory]
    [InlineData("POST", "orchestrators/Hello/elsewhere")]
    [InlineData("GET", "instances/elsewhere")]
    [InlineData("DELETE", "instances?runtimeStatus=Completed")]
    public async Task No_task_hub_is_made_for_whatever_name_a_request_has(string method, string path)
    {
        var address = $"/runtime/webhooks/durabletask/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}taskHub=Elsewhere";
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var answer = await _host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Contains("'Elsewhere'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_host.StateFiles, file => file?.Contains("Elsewhere", StringComparison.OrdinalIgnoreCase) == true);
    }

    [Fact]
    public async Task The_hosts_status_and_functions_are_told()
    {
        var status = await _host.Http.GetFromJsonAsync<JsonElement>("/admin/host/status", TestContext.Current.CancellationToken);
        Assert.Equal("Running", status.GetProperty("state").GetString());

        var functions = await _host.Http.GetFromJsonAsync<JsonElement>("/admin/functions", TestContext.Current.CancellationToken);
        Assert.Contains(functions.EnumerateArray(), function => function.GetProperty("name").GetString() is "Item");
        Assert.DoesNotContain(functions.EnumerateArray(), function => function.GetProperty("name").GetString() is "Tick");
    }
}
