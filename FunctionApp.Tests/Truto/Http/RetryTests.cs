using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.Truto.Http;
using FuseDeskFlows.Truto.Tools;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Truto.Http;

public sealed class RetryTests
{
    private const string EmptyList = """{"result":[],"next_cursor":null}""";

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_gateway_error_that_passes_costs_only_its_calls(int status)
    {
        var failures = 2;
        await using var truto = await TestTruto.StartAsync(context =>
            Interlocked.Decrement(ref failures) >= 0 ? StubServer.Say(context, status, "") : StubServer.Say(context, 200, EmptyList));

        var outcome = await truto.ListCases();

        Assert.NotNull(outcome.Value);
        Assert.Equal(3, outcome.Calls);
        Assert.Equal(3, truto.Server.Calls.Count);
    }

    [Fact]
    public async Task A_gateway_error_that_stays_is_the_orchestrations_matter_after_three_calls()
    {
        await using var truto = await TestTruto.StartAsync(502, "{}");
        var outcome = await truto.ListCases();
        Assert.Equal((ToolErrorKind.Unavailable, 502, 3), (outcome.Error?.Kind, outcome.Error?.Status, outcome.Calls));
        Assert.Contains("502", outcome.Error?.Message, StringComparison.Ordinal);
        Assert.Equal(3, truto.Server.Calls.Count);
    }

    [Fact]
    public async Task A_dropped_connection_is_tried_again()
    {
        var failures = 1;
        await using var truto = await TestTruto.StartAsync(context =>
        {
            if (Interlocked.Decrement(ref failures) < 0)
            {
                return StubServer.Say(context, 200, EmptyList);
            }

            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(2, (await truto.ListCases()).Calls);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_tried_again()
    {
        var failures = 1;
        await using var truto = await TestTruto.StartAsync(async context =>
        {
            if (Interlocked.Decrement(ref failures) < 0)
            {
                await StubServer.Say(context, 200, EmptyList);
                return;
            }

            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("""{"result":[""", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });

        Assert.Equal(2, (await truto.ListCases()).Calls);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up_and_tried_again()
    {
        var failures = 1;
        await using var truto = await TestTruto.StartAsync(
            context => Interlocked.Decrement(ref failures) < 0
                ? StubServer.Say(context, 200, EmptyList)
                : Task.Delay(Timeout.Infinite, context.RequestAborted),
            ("Truto:RequestTimeout", "00:01:40"));

        Assert.Equal(2, (await truto.ListCases()).Calls);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_without_secrets_and_with_what_it_cost()
    {
        await using var truto = await TestTruto.StartAsync();
        await truto.Server.DisposeAsync();

        var outcome = await truto.ListCases(new() { ContactId = new("sarah@examplecorp.com") });

        Assert.Equal((ToolErrorKind.Unavailable, 3), (outcome.Error?.Kind, outcome.Calls));
        Assert.Contains("tried 3 times", outcome.Error?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestTruto.Token, outcome.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sarah", outcome.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_will_not_change_in_seconds_is_sent_once(int status)
    {
        await using var truto = await TestTruto.StartAsync(status, $$"""{"statusCode":{{status}},"error":"x","message":""}""");
        var outcome = await truto.ListCases();
        Assert.Null(outcome.Value);
        Assert.Equal(1, outcome.Calls);
        Assert.Single(truto.Server.Calls);
    }

    [Theory]
    [InlineData("text/html", "<html>Service unavailable</html>")]
    [InlineData("application/json", """{"statusCode":503,"error":"x","truto_is_remote_error":true}""")]
    [InlineData("text/plain", "upstream connect error or disconnect/reset before headers")]
    [InlineData("text/plain", "")]
    [InlineData("application/json", "{}")]
    [InlineData("application/json", """{"message":"Service Unavailable"}""")]
    [InlineData("application/json", """{"error":"no healthy upstream","code":503}""")]
    [InlineData(
        "application/json", """{"statusCode":503,"error":"Service Unavailable","message":"x","path":"/proxy/cases","timestamp":1}""")]
    [InlineData("application/json", """{"statusCode":503,"error":"Service Unavailable","message":"x","requestId":"1"}""")]
    [InlineData("application/json", """{"statusCode":503,"message":"Service Unavailable"}""")]
    [InlineData("application/json", """{"statusCode":502,"error":"Bad Gateway","message":"x"}""")]
    [InlineData("application/json", """{"StatusCode":503,"Error":"x","Message":"x"}""")]
    [InlineData("application/json", """{"status":503,"error":"x","message":"x"}""")]
    [InlineData("application/json", """[{"statusCode":503,"error":"x","message":"x"}]""")]
    [InlineData("application/json", """{"statusCode":503,"error":{},"message":"x"}""")]
    [InlineData("application/json", """{"kind":"Status","status":"Failure","message":"blocked","code":503}""")]
    public async Task A_503_of_anybody_but_truto_itself_is_tried_again(string type, string body)
    {
        var failures = 2;
        await using var truto = await TestTruto.StartAsync(context => Interlocked.Decrement(ref failures) >= 0
            ? StubServer.Say(context, 503, body, type)
            : StubServer.Say(context, 200, EmptyList));

        var outcome = await truto.ListCases();

        Assert.NotNull(outcome.Value);
        Assert.Equal((3, 3), (outcome.Calls, truto.Server.Calls.Count));
    }

    [Fact]
    public async Task A_503_that_says_when_to_try_again_is_no_block_and_is_left_alone_until_then()
    {
        await using var truto = await TestTruto.StartAsync(503, """{"statusCode":503,"error":"x","message":""}""", ("Retry-After", "20"));
        var outcome = await truto.ListCases();
        Assert.Equal((ToolErrorKind.Unavailable, 1), (outcome.Error?.Kind, outcome.Calls));
        Assert.Equal(TimeSpan.FromSeconds(20), outcome.Error?.RetryAfter);
    }

    [Theory]
    [InlineData("Retry-After", "Mon, 02 Mar 2099 10:00:05 GMT", 5.0)]
    [InlineData("Retry-After", "Monday, 02-Mar-99 10:00:05 GMT", null)] // 1999
    [InlineData("Retry-After", "2.5", 2.5)]
    [InlineData("Retry-After", "3, 14", 14.0)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("Retry-After", "-3", null)]
    [InlineData("Retry-After", "soon", null)]
    public async Task When_a_fault_asks_to_try_again_is_read_as_limits_are(string name, string value, double? seconds)
    {
        await using var truto = await TestTruto.StartAsync(503, "busy", ("Date", "Mon, 02 Mar 2099 10:00:00 GMT"), (name, value));
        var outcome = await truto.ListCases();
        Assert.Equal((ToolErrorKind.Unavailable, seconds), (outcome.Error?.Kind, outcome.Error?.RetryAfter?.TotalSeconds));
        Assert.Equal(seconds is null ? 3 : 1, outcome.Calls);
    }

    [Theory]
    [InlineData(401, """{"message":"Unauthorized"}""")]
    [InlineData(403, """{"message":"Forbidden"}""")]
    [InlineData(403, """{"error":"blocked by the firewall","code":1020}""")]
    [InlineData(405, """{"status":405,"error":"Method Not Allowed","path":"/proxy/cases"}""")]
    [InlineData(400, "{}")]
    [InlineData(422, "[]")]
    public async Task Json_that_only_looks_like_trutos_is_put_into_nobody_elses_mouth(int status, string body)
    {
        await using var truto = await TestTruto.StartAsync(status, body);
        var error = (await truto.ListCases()).Error;
        Assert.Equal(ToolErrorKind.Other, error?.Kind);
        Assert.Contains("neither Truto's nor FuseDesk's", error?.Message, StringComparison.Ordinal);
        Assert.Single(truto.Server.Calls);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(405)]
    public async Task What_a_proxy_on_the_way_refuses_is_put_into_nobody_elses_mouth(int status)
    {
        await using var truto = await TestTruto.StartAsync(context => StubServer.Say(context, status, "<html>Blocked</html>", "text/html"));
        var error = (await truto.ListCases()).Error;
        Assert.Equal(ToolErrorKind.Other, error?.Kind);
        Assert.Contains("neither Truto's nor FuseDesk's", error?.Message, StringComparison.Ordinal);
        Assert.Single(truto.Server.Calls);
    }

    [Fact]
    public async Task A_long_retry_after_does_not_make_an_activity_sleep()
    {
        await using var truto = await TestTruto.StartAsync(502, "{}", ("Retry-After", "36000"));
        var outcome = await truto.ListCases().WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Equal((ToolErrorKind.Unavailable, 1), (outcome.Error?.Kind, outcome.Calls));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task A_write_is_sent_once_whatever_becomes_of_it(string method)
    {
        await using var truto = await TestTruto.StartAsync(502, "{}");
        using var http = truto.Get<IHttpClientFactory>().CreateClient(nameof(TrutoHttp));
        using var request = new HttpRequestMessage(new HttpMethod(method), "proxy/cases");

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(502, (int)response.StatusCode);
        Assert.Single(truto.Server.Calls);
    }

    [Fact]
    public async Task After_many_failures_truto_is_left_alone_for_a_while()
    {
        await using var truto = await TestTruto.StartAsync(504, "{}");
        for (var call = 0; call < 4; call++)
        {
            Assert.Equal(ToolErrorKind.Unavailable, (await truto.ListCases()).Error?.Kind);
        }

        var sent = truto.Server.Calls.Count;

        var notSent = await truto.ListCases();
        Assert.Contains("was not sent", notSent.Error?.Message, StringComparison.Ordinal);
        Assert.Equal(0, notSent.Calls);
        Assert.Equal(sent, truto.Server.Calls.Count);

        truto.Time.Advance(seconds: 16);
        truto.Server.Answer = context => StubServer.Say(context, 200, EmptyList);
        Assert.NotNull((await truto.ListCases()).Value);
    }

    [Fact]
    public async Task A_redirect_does_not_carry_the_token_away()
    {
        await using var elsewhere = await StubServer.StartAsync();
        await using var truto = await TestTruto.StartAsync(302, "", ("Location", elsewhere.Url.ToString()));
        Assert.Contains("redirect", (await truto.ListCases()).Error?.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_his_cancellation_and_no_retry()
    {
        using var giveUp = new CancellationTokenSource();
        await using var truto = await TestTruto.StartAsync(async context =>
        {
            await giveUp.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new GetCaseActivity(truto.Client).RunAsync(new FuseDeskFlows.FuseDesk.Ids.CaseId(1), giveUp.Token));
        Assert.Single(truto.Server.Calls);
    }

    [Fact]
    public async Task Json_that_breaks_off_may_pass_and_is_not_quoted()
    {
        await using var truto = await TestTruto.StartAsync(200, """{"result":[{"id":1,"summary":"my secret""");
        var error = (await truto.ListCases()).Error;
        Assert.Equal(ToolErrorKind.Unavailable, error?.Kind);
        Assert.Contains("not JSON", error?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_not_read_to_its_end_nor_asked_for_again()
    {
        await using var truto = await TestTruto.StartAsync(
            context => StubServer.Say(context, 200, new string(' ', 5000)), ("Truto:MaxResponseBytes", "4096"));
        var outcome = await truto.ListCases();
        Assert.Equal((ToolErrorKind.UnexpectedAnswer, 1), (outcome.Error?.Kind, outcome.Calls));
        Assert.Contains("Truto:MaxResponseBytes", outcome.Error?.Message, StringComparison.Ordinal);
        Assert.Single(truto.Server.Calls);
    }
}
