using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Components;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;

namespace FuseDeskFlows.Tests.Triggers.Runs;

public sealed class RunEndpointsTests
{
    private static readonly RunStatus Waiting = new()
    {
        Phase = "reading the case",
        Done = 2,
        Total = 5,
        Waiting = new() { Until = Some.Moment.AddHours(1), For = "FuseDesk quota" },
    };

    [Fact]
    public async Task An_unknown_run_is_404() =>
        Assert.Equal((StatusCodes.Status404NotFound, "run-not-found"), await StatusAndTypeAsync("nope"));

    [Fact]
    public async Task A_run_that_waits_says_until_when_and_for_what()
    {
        var run = await GetAsync(ClientMock.Instance("r", OrchestrationRuntimeStatus.Running, custom: Waiting));

        Assert.Equal("running", run.Json.GetProperty("status").GetString());
        Assert.Equal("2026-03-02T10:00:00+00:00", run.Json.GetProperty("waiting").GetProperty("until").GetString());
        Assert.Equal("FuseDesk quota", run.Json.GetProperty("waiting").GetProperty("for").GetString());
        Assert.Equal(2, run.Json.GetProperty("progress").GetProperty("done").GetInt32());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Json.GetProperty("report").ValueKind);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/markdown")]
    public async Task A_page_of_a_waiting_run_tells_so(string accept)
    {
        var page = await GetAsync(ClientMock.Instance("r", OrchestrationRuntimeStatus.Running, custom: Waiting), accept);

        Assert.Contains("2 March 2026, 10:00 UTC", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_completed_run_has_its_report()
    {
        var run = await GetAsync(
            ClientMock.Instance("r", OrchestrationRuntimeStatus.Completed, output: new() { NextStep = "Answer." }, custom: Waiting));

        Assert.Equal("Answer.", run.Json.GetProperty("report").GetProperty("nextStep").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Json.GetProperty("waiting").ValueKind);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Failed, "run-failed")]
    [InlineData(OrchestrationRuntimeStatus.Terminated, "run-terminated")]
    public async Task A_run_that_ended_without_a_report_says_why(OrchestrationRuntimeStatus status, string type)
    {
        var run = await GetAsync(ClientMock.Instance("r", status, failure: "Out of quota."));

        Assert.Equal(type, run.Json.GetProperty("error").GetProperty("type").GetString());
    }

    // Azure Storage, unlike other stores, keeps no failure details: only this text.
    [Theory]
    [InlineData("FuseDeskFlows.Orchestrations.Runs.RunFailedException: Out of quota: start it again.", "Out of quota: start it again.")]
    [InlineData("Something is wrong: no type came first.", "Something is wrong: no type came first.")]
    [InlineData(null, "The run failed; its history tells more.")]
    public async Task A_failure_that_is_kept_as_text_is_told(string? output, string detail)
    {
        var failed = ClientMock.Instance("r", OrchestrationRuntimeStatus.Failed);
        var run = await GetAsync(new(failed.Name, failed.InstanceId) { RuntimeStatus = failed.RuntimeStatus, SerializedOutput = output });

        Assert.Equal(detail, run.Json.GetProperty("error").GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("text/markdown, text/html;q=0.9", "text/markdown")]
    [InlineData("text/*", "text/html")]
    [InlineData("text/html;q=0, */*", "application/json")]
    [InlineData("application/json;charset=utf-8", "application/json")]
    public async Task The_callers_wish_decides_on_the_format(string accept, string contentType) => Assert.StartsWith(
        contentType,
        (await GetAsync(ClientMock.Instance("r", OrchestrationRuntimeStatus.Completed, output: new()), accept)).Headers.ContentType,
        StringComparison.Ordinal);

    [Fact]
    public async Task What_cannot_be_produced_is_406() => Assert.Equal(
        StatusCodes.Status406NotAcceptable,
        (await GetAsync(ClientMock.Instance("r", OrchestrationRuntimeStatus.Completed), "image/png")).Status);

    [Fact]
    public async Task Reports_stay_out_of_caches_and_pages_run_no_script()
    {
        var page = await GetAsync(ClientMock.Instance("r", OrchestrationRuntimeStatus.Completed, output: new()), "text/html");

        Assert.Equal("no-store", page.Headers.CacheControl);
        Assert.Equal("nosniff", page.Headers.XContentTypeOptions);
        Assert.Equal(HtmlPage.ContentSecurityPolicy, page.Headers.ContentSecurityPolicy);
    }

    [Fact]
    public async Task Runs_are_listed_without_reports_and_entities_not_at_all()
    {
        var list = await ListAsync("", Page(null, Run("a"), Run("@counter@x")));

        var run = Assert.Single(list.Json.GetProperty("runs").EnumerateArray());
        Assert.Equal("a", run.GetProperty("id").GetString());
        Assert.False(run.TryGetProperty("report", out _));
    }

    [Fact]
    public async Task An_entity_is_no_run() => Assert.Equal(
        StatusCodes.Status404NotFound, (await GetAsync(ClientMock.Instance("@counter@x", OrchestrationRuntimeStatus.Running))).Status);

    [Fact]
    public async Task A_page_without_a_match_is_skipped_and_the_next_page_has_an_address()
    {
        var list = await ListAsync(
            "?name=CaseTriage&top=2&status=completed",
            Page("t1", new OrchestrationMetadata("Other", "x")),
            Page("t 2", Run("a"), Run("b")),
            Page(null, Run("c")));

        Assert.Equal(2, list.Json.GetProperty("runs").GetArrayLength());
        Assert.Equal(
            $"/api/runs?top=2&continuation={ContinuationToken.Wrap("t 2")}&name=CaseTriage&status=completed",
            list.Json.GetProperty("next").GetString());
    }

    [Fact]
    public void The_next_page_goes_on_where_the_store_said() =>
        Assert.Equal("t 2", ContinuationToken.Unwrap(ContinuationToken.Wrap("t 2")));

    [Theory]
    [InlineData("none")]
    [InlineData("t1")]
    [InlineData("bm9uZSBvZiBvdXJz")]
    [InlineData("%00")]
    [InlineData("%F0%9F%98%80")]
    public async Task A_continuation_that_is_none_is_400(string continuation)
    {
        var answer = await ListAsync($"?continuation={continuation}", Page(null, Run("a")));
        Assert.Equal(StatusCodes.Status400BadRequest, answer.Status);
        Assert.True(answer.Json.GetProperty("errors").TryGetProperty("continuation", out _));
    }

    [Theory]
    [InlineData("?status=broken", "status")]
    [InlineData("?top=0", "top")]
    [InlineData("?top=101", "top")]
    [InlineData("?top=x", "top")]
    public async Task A_bad_filter_is_named(string query, string field) =>
        Assert.True((await ListAsync(query, Page(null))).Json.GetProperty("errors").TryGetProperty(field, out _));

    private static OrchestrationMetadata Run(string id) => new(CaseTriage.Name, id);

    private static Page<OrchestrationMetadata> Page(string? next, params OrchestrationMetadata[] runs) => new(runs, next);

    private static async Task<Answer> ListAsync(string query, params Page<OrchestrationMetadata>[] pages)
    {
        var client = new ClientMock();
        var queue = new Queue<Page<OrchestrationMetadata>>(pages);
        client.Mock.Setup(mock => mock.GetAllInstancesAsync(It.IsAny<OrchestrationQuery>()))
            .Returns(Pageable.Create((_, _, _) => Task.FromResult(queue.Dequeue())));
        var request = Answer.Request(query: query, path: "/api/runs");
        return await Answer.OfAsync(await RunEndpoints.ListAsync(request, client.Object, CancellationToken.None), request);
    }

    private static async Task<Answer> GetAsync(OrchestrationMetadata instance, string accept = "", string? id = null)
    {
        var client = new ClientMock();
        client.Put(instance);
        var request = Answer.Request(path: "/api/runs/r", headers: ("Accept", accept));
        return await Answer.OfAsync(
            await RunEndpoints.GetAsync(request, client.Object, id ?? instance.InstanceId, CancellationToken.None), request);
    }

    private static async Task<(int, string?)> StatusAndTypeAsync(string id)
    {
        var answer = await GetAsync(ClientMock.Instance("r", OrchestrationRuntimeStatus.Running), id: id);
        return (answer.Status, answer.ProblemType);
    }
}
