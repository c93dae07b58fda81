using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.Tests.TrutoSandbox;

public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_strikes_as_often_as_it_says_and_only_its_route()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        await sandbox.AddFaultAsync(new JsonObject { ["route"] = "GET /proxy/cases/{id}", ["count"] = 2, ["status"] = 502 });

        var statuses = new List<int>();
        foreach (var path in new[] { "cases/84920", "cases", "cases/84877", "cases/84877" })
        {
            using var response = await sandbox.GetAsync(path);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([502, 200, 502, 200], statuses);
        Assert.Equal(
            (2, 1), (sandbox.Server.Stats.Calls("GET /proxy/cases/{id}", 502), sandbox.Server.Stats.Calls("GET /proxy/cases/{id}", 200)));
    }

    [Fact]
    public async Task A_fault_may_mean_one_object_or_Trutos_own_error()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        await sandbox.AddFaultAsync(new JsonArray(
            new JsonObject { ["route"] = "GET /proxy/cases/84877", ["status"] = 500, ["remote"] = false },
            new JsonObject { ["resource"] = "chats", ["status"] = 500 }));

        using var other = await sandbox.GetAsync("cases/84920");
        var own = await sandbox.ReadAsync("cases/84877");
        var remote = await sandbox.ReadAsync("chats");

        Assert.Equal(200, (int)other.StatusCode);
        Assert.False(own.ContainsKey("truto_is_remote_error"));
        Assert.True((bool)remote["truto_is_remote_error"]!);
    }

    [Fact]
    public async Task An_error_object_may_stand_where_a_list_is_due()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        await sandbox.AddFaultAsync(new JsonObject
        {
            ["route"] = "GET /proxy/cases",
            ["body"] = new JsonObject { ["error"] = "Not Authorized", ["errorcode"] = "api_error_noscope" },
            ["headers"] = new JsonObject { ["X-FuseDesk-Error-Code"] = "api_error_noscope", ["ratelimit-reset"] = null },
        });

        using var response = await sandbox.GetAsync("cases");

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("api_error_noscope", SandboxClient.Header(response, "X-FuseDesk-Error-Code"));
        Assert.Equal(
            ("1799", "(none)"), (SandboxClient.Header(response, "ratelimit-remaining"), SandboxClient.Header(response, "ratelimit-reset")));
        Assert.Equal("Not Authorized", (string?)(await SandboxClient.JsonAsync(response))["error"]);
    }

    [Fact]
    public async Task Quota_headers_may_be_missing()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        await sandbox.AddFaultAsync(new JsonObject { ["route"] = "*", ["missingQuotaHeaders"] = true });

        using var response = await sandbox.GetAsync("reps");

        Assert.Equal((200, "(none)", "(none)", "(none)"), ((int)response.StatusCode, SandboxClient.Header(response, "ratelimit-limit"),
            SandboxClient.Header(response, "ratelimit-remaining"), SandboxClient.Header(response, "ratelimit-reset")));
    }

    [Fact]
    public async Task An_answer_may_be_cut()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        await sandbox.AddFaultAsync(new JsonObject { ["route"] = "GET /proxy/cases/{id}", ["brokenJson"] = true });

        await Assert.ThrowsAnyAsync<JsonException>(() => sandbox.ReadAsync("cases/84920"));
    }

    [Fact]
    public async Task A_connection_may_drop()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        await sandbox.AddFaultAsync(new JsonObject { ["route"] = "GET /proxy/reps", ["dropConnection"] = true });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sandbox.GetAsync("reps"));

        Assert.Equal(1, sandbox.Server.Stats.Requests["GET /proxy/reps"]["dropped"]);
        Assert.Equal(25, (await sandbox.ListAsync("reps")).Count);
    }

    [Fact]
    public async Task An_answer_may_be_late()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        await sandbox.AddFaultAsync(new JsonObject { ["route"] = "GET /proxy/reps", ["delayMs"] = 120 });
        var clock = Stopwatch.StartNew();

        (await sandbox.GetAsync("reps")).Dispose();

        Assert.InRange(clock.ElapsedMilliseconds, 100, 20_000);
    }

    [Fact]
    public async Task The_catalogue_can_fail_too()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        await sandbox.AddFaultAsync(
            new JsonObject { ["route"] = "GET /integrated-account/{id}/tools", ["status"] = 404, ["remote"] = false });

        using var response = await sandbox.Http.GetAsync(
            $"/integrated-account/{sandbox.Server.IntegratedAccountId}/tools", TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("""{"route":"*","cuont":2}""", "cuont")]
    [InlineData("""{"count":2}""", "route")]
    [InlineData("""{"route":"*","count":0}""", "count")]
    [InlineData("""{"route":"*","count":1.5}""", "count")]
    [InlineData("""{"route":"*","status":"503"}""", "status")]
    [InlineData("""{"route":"*","status":99}""", "status")]
    [InlineData("""{"route":"*","headers":{"a":1}}""", "headers.a")]
    [InlineData("[1]", "(body)")]
    [InlineData("nonsense", "(body)")]
    public async Task A_fault_that_cannot_be_read_names_its_field_and_what_is_accepted(string json, string field)
    {
        await using var sandbox = await SandboxClient.StartAsync();

        using var content = new StringContent(json);
        using var response = await sandbox.Http.PostAsync("/__sandbox/faults", content, TestContext.Current.CancellationToken);
        var body = await SandboxClient.JsonAsync(response);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(field, (string?)body["field"]);
        Assert.Contains("route", body["accepted"]!.AsObject().Select(pair => pair.Key), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_reset_puts_everything_back()
    {
        await using var sandbox = await SandboxClient.StartAsync(new() { Limit = 3 });
        var note = new JsonObject { ["note"] = "Gone after the reset" };
        (await sandbox.SendAsync(HttpMethod.Post, "cases/84920/addnote", note, "key")).Dispose();
        await sandbox.AddFaultAsync(new JsonObject { ["route"] = "*", ["status"] = 500 });

        using var reset = await sandbox.Http.PostAsync("/__sandbox/reset", content: null, TestContext.Current.CancellationToken);
        var item = await sandbox.ReadAsync("cases/84920");
        var stats = await sandbox.Http.GetFromJsonAsync<JsonObject>("/__sandbox/stats", TestContext.Current.CancellationToken);

        Assert.Equal(204, (int)reset.StatusCode);
        Assert.DoesNotContain(item["history"]!.AsArray(), entry => (string?)entry!["body"] is "Gone after the reset");
        Assert.Equal((1, 0), ((int)stats!["total"]!, (int)stats["writes"]!));
        Assert.Equal(1, (int)stats["windows"]![0]!["calls"]!);
        Assert.Equal(1, (int)stats["requests"]!["GET /proxy/cases/{id}"]!["200"]!);
    }
}
