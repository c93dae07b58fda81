using System.Text.Json;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Tools;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Truto.Catalogue;

public sealed class ToolCatalogueTests
{
    private const string EmptyList = """{"result":[]}""";

    [Theory]
    [InlineData("result")]
    [InlineData("results")]
    public async Task Tools_are_found_by_resource_and_method_whatever_they_are_called(string key)
    {
        await using var truto = await StartAsync(
            $$"""{"{{key}}":[{"name":"list_all_our_desk_cases","resource":"Cases","method":"list"}]}""");
        truto.Server.Answer = context => StubServer.Say(context, 404, "{}");

        var outcome = await truto.ListCases();

        Assert.StartsWith("GET /proxy/Cases?", Assert.Single(truto.Server.Calls), StringComparison.Ordinal);
        Assert.Equal("list_all_our_desk_cases", outcome.Error?.Tool);
        Assert.Empty(truto.Log.Warnings);
    }

    [Fact]
    public async Task A_tool_that_the_account_does_not_have_is_a_value_and_no_call()
    {
        await using var truto = await StartAsync("""{"result":[{"name":"list_all_fuse_desk_chats","resource":"chats","method":"list"}]}""");
        var outcome = await truto.ListCases();
        Assert.Equal(ToolErrorKind.ToolMissing, outcome.Error?.Kind);
        Assert.Equal(ToolNames.ListCases, outcome.Error?.Tool);
        Assert.Equal(0, outcome.Calls);
        Assert.Empty(truto.Server.Calls);
    }

    [Theory]
    [InlineData(""","is_partial_response":true""")]
    [InlineData(""","next_cursor":"b" """)]
    [InlineData(""","next_cursor":null,"is_partial_response":1""")]
    public async Task Of_a_catalogue_that_is_only_a_part_nothing_is_said_to_be_missing(string sign)
    {
        await using var truto = await StartAsync($$"""{"result":[{"name":"x","resource":"chats","method":"list"}]{{sign}}}""");
        truto.Server.Answer = context => StubServer.Say(context, 200, EmptyList);
        Assert.NotNull((await truto.ListCases()).Value);
    }

    [Fact]
    public async Task A_tool_that_cannot_be_read_may_be_the_one_that_is_wanted()
    {
        await using var truto = await StartAsync("""{"result":{"1":{"name":"x","resource":"chats","method":"list"},"0":null}}""");
        truto.Server.Answer = context => StubServer.Say(context, 200, EmptyList);
        Assert.NotNull((await truto.ListCases()).Value);
    }

    [Fact]
    public async Task Fifty_callers_at_once_read_the_catalogue_once()
    {
        await using var truto = await StartAsync("""{"result":[{"name":"x","resource":"cases","method":"list"}]}""");
        var tools = truto.Server.Tools;
        truto.Server.Tools = async context =>
        {
            await Task.Delay(50, context.RequestAborted);
            await tools(context);
        };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => truto.ListCases()));

        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Value));
        Assert.All(outcomes, outcome => Assert.Equal(1, outcome.Calls));
        Assert.Equal(1, CatalogueReads(truto));
    }

    [Fact]
    public async Task The_catalogue_is_read_again_after_its_lifetime()
    {
        await using var truto = await StartAsync("""{"result":[{"name":"x","resource":"cases","method":"list"}]}""");
        await truto.ListCases();
        truto.Time.Advance(seconds: 3599);
        await truto.ListCases();
        Assert.Equal(1, CatalogueReads(truto));
        truto.Time.Advance(seconds: 1);
        await truto.ListCases();
        Assert.Equal(2, CatalogueReads(truto));
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(200, "not json")]
    [InlineData(200, """{"message":"deprecated"}""")]
    [InlineData(200, """{"result":[]}""")]
    [InlineData(502, "")]
    public async Task Without_a_catalogue_the_built_in_names_serve_and_one_warning_says_so(int status, string body)
    {
        await using var truto = await StartAsync(body, status);
        for (var call = 0; call < 3; call++)
        {
            Assert.NotNull(
                (await truto.ListCases(new() { ContactId = new("5f0c"), Status = FuseDeskFlows.FuseDesk.CaseStatus.Open })).Value);
            truto.Time.Advance(seconds: 61); // a failure is not trusted for long
        }

        Assert.Single(truto.Log.Warnings, line => line.Contains("tool list (/tools)", StringComparison.Ordinal));
        const string Expected = "GET /proxy/cases?integrated_account_id=account-1&limit=100&contactUuid=5f0c&status=open";
        Assert.All(truto.Server.Calls, call => Assert.Equal(Expected, call));
        Assert.True(CatalogueReads(truto) >= 3);
    }

    [Fact]
    public async Task A_failed_reading_keeps_what_was_known()
    {
        await using var truto = await StartAsync("""{"result":[{"name":"x","resource":"Cases","method":"list"}]}""");
        await truto.ListCases();
        truto.Server.Tools = context => StubServer.Say(context, 500, "{}");
        truto.Time.Advance(seconds: 3600);
        await truto.ListCases();
        Assert.All(truto.Server.Calls, call => Assert.Contains("/proxy/Cases", call, StringComparison.Ordinal));
        Assert.Contains("last known", Assert.Single(truto.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_limited_catalogue_is_a_wait_not_a_warning()
    {
        await using var truto = await StartAsync("""{"statusCode":429}""", 429, ("Retry-After", "10"));
        var outcome = await truto.ListCases();
        Assert.Equal(
            new RateLimitRejection
            {
                Scope = RateLimitScope.Truto,
                RetryAt = truto.Time.Now.AddSeconds(10),
                LimiterKey = "account-1:truto",
            },
            outcome.RateLimit);
        Assert.Equal(0, outcome.Calls);
        Assert.Empty(truto.Server.Calls);
        Assert.Empty(truto.Log.Warnings);
    }

    [Fact]
    public async Task Tools_without_a_description_are_asked_for_too()
    {
        await using var truto = await StartAsync(EmptyList);
        await truto.ListCases();
        Assert.Equal("GET /integrated-account/account-1/tools?has_description=false", truto.Server.Requests.First());
    }

    [Fact]
    public void A_tool_keeps_its_description_its_schemas_and_what_it_requires()
    {
        var tools = CatalogueReader.Parse(JsonElement.Parse("""
            {"result":[
              {"name":"x","resource":"cases","method":"get","description":"Get one.","required":["id"],
               "query_schema":{"type":"object","properties":{"id":{"type":"string"}}},"body_schema":null},
              {"name":"y","resource":"cases","method":"list"}]}
            """))!.Tools!;
        Assert.Equal("Get one.", tools[0].Description);
        Assert.Equal(["id"], tools[0].Required);
        Assert.Equal("string", tools[0].QuerySchema.GetProperty("properties").GetProperty("id").GetProperty("type").GetString());
        Assert.Equal(JsonValueKind.Undefined, tools[0].BodySchema.ValueKind);
        Assert.Equal((null, 0, JsonValueKind.Undefined), (tools[1].Description, tools[1].Required.Count, tools[1].QuerySchema.ValueKind));
    }

    private static int CatalogueReads(TestTruto truto) => truto.Server.Requests.Count - truto.Server.Calls.Count;

    private static async Task<TestTruto> StartAsync(string tools, int status = 200, params (string Name, string Value)[] headers)
    {
        var truto = await TestTruto.StartAsync(200, EmptyList);
        truto.Server.Tools = (HttpContext context) => StubServer.Say(context, status, tools, "application/json", headers);
        return truto;
    }
}
