using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Tests.EmbeddedHost.Management;

public sealed class ManagementApiTests : IAsyncLifetime
{
    private const string Api = "/runtime/webhooks/durabletask";

    private readonly TempFolder _folder = new();
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(new TestHostOptions(
        _folder.With("host.json", """{ "version": "2.0", "extensions": { "durableTask": { "defaultVersion": "2.0" } } }"""), typeof(DurableSamples)));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_instance_is_started_and_its_status_read_by_the_addresses_of_the_answer()
    {
        var started = await _host.Http.PostAsJsonAsync($"{Api}/orchestrators/Greet/g1", new { name = "Sarah" }, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        Assert.Equal("10", started.Headers.GetValues("Retry-After").Single());
        var links = await BodyAsync(started);
        Assert.Equal(
            ["id", "statusQueryGetUri", "sendEventPostUri", "terminatePostUri", "purgeHistoryDeleteUri", "restartPostUri", "suspendPostUri", "resumePostUri"],
            links.AsObject().Select(p => p.Key));
        Assert.Equal(links["statusQueryGetUri"]!.ToString(), started.Headers.Location!.OriginalString);
        Assert.StartsWith($"{_host.Address}{Api}/instances/g1/raiseEvent/{{eventName}}?taskHub=FuseDeskFlows&connection=Storage&code=", links["sendEventPostUri"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("/instances/g1/terminate?reason={text}&taskHub=", links["terminatePostUri"]!.ToString(), StringComparison.Ordinal);

        await _host.Client.WaitForInstanceCompletionAsync("g1", Cancel);
        var answer = await _host.Http.GetAsync(links["statusQueryGetUri"]!.ToString(), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var status = await BodyAsync(answer);
        Assert.Equal(
            ["name", "instanceId", "runtimeStatus", "input", "customStatus", "output", "createdTime", "lastUpdatedTime"],
            status.AsObject().Select(p => p.Key));
        Assert.Equal("Completed", status["runtimeStatus"]!.ToString());
        Assert.Equal("Sarah", status["input"]!["name"]!.ToString());
        Assert.Equal("greeting", status["customStatus"]!["phase"]!.ToString());
        Assert.Equal("Hello Sarah from g1 by SayHello", status["output"]!["Text"]!.ToString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", status["createdTime"]!.ToString());
    }

    [Fact]
    public async Task A_start_can_wait_for_the_output()
    {
        var answer = await _host.Http.PostAsJsonAsync($"{Api}/orchestrators/greet?timeout=15&pollingInterval=1", new { name = "Jo" }, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("Hello Jo", (await BodyAsync(answer))["Text"]!.ToString(), StringComparison.Ordinal);

        var patience = await _host.Http.PostAsync($"{Api}/orchestrators/Waits/w0?timeout=0.1&pollingInterval=0.1", content: null, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, patience.StatusCode);
    }

    [Theory]
    [InlineData("", "2.0")]
    [InlineData("&version=1.5", "1.5")]
    [InlineData("&version=", "")]
    public async Task An_instance_is_started_with_the_version_of_host_json_or_the_one_that_is_asked_for(string query, string version)
    {
        var answer = await _host.Http.PostAsync($"{Api}/orchestrators/Versioned?timeout=60&pollingInterval=1{query}", content: null, Cancel);
        Assert.Equal($"\"{version}\"", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_running_instance_answers_202_with_a_place_and_a_time_to_ask_again()
    {
        await StartAsync("Waits", "w1");
        var answer = await _host.Http.GetAsync($"{Api}/instances/w1", Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal($"{_host.Address}{Api}/instances/w1", answer.Headers.Location!.ToString());
        Assert.Equal("5", answer.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task An_event_goes_to_the_instance_and_only_as_JSON()
    {
        await StartAsync("Waits", "w2");
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.Http.PostAsync($"{Api}/instances/w2/raiseEvent/go", new StringContent("x"), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("w2/raiseEvent/go", "{")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("w2/raiseEvent/go", "\"now\"")).StatusCode);
        var end = await _host.Client.WaitForInstanceCompletionAsync("w2", getInputsAndOutputs: true, Cancel);
        Assert.Equal("now", end.ReadOutputAs<string>());
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync("w2/raiseEvent/go", "1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("nobody/raiseEvent/go", "1")).StatusCode);
    }

    [Fact]
    public async Task An_instance_is_suspended_resumed_terminated_and_purged()
    {
        await StartAsync("Waits", "w3");
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("w3/suspend?reason=lunch")).StatusCode);
        await UntilAsync("w3", "Suspended");
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("w3/resume?reason=back")).StatusCode);
        await UntilAsync("w3", "Running");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _host.Http.DeleteAsync($"{Api}/instances/w3", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("w3/terminate?reason=enough")).StatusCode);
        Assert.Equal("enough", (await UntilAsync("w3", "Terminated"))["output"]!.ToString());
        foreach (var operation in new[] { "suspend", "resume", "terminate", "rewind" })
        {
            Assert.Equal(HttpStatusCode.Gone, (await PostAsync($"w3/{operation}")).StatusCode);
        }

        var purged = await _host.Http.DeleteAsync($"{Api}/instances/w3", Cancel);
        Assert.Equal("""{"instancesDeleted":1}""", await purged.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Http.GetAsync($"{Api}/instances/w3", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Http.DeleteAsync($"{Api}/instances/w3", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_failure_is_a_200_unless_a_500_is_asked_for()
    {
        await StartAsync("Breaks", "b1");
        var status = await UntilAsync("b1", "Failed");
        Assert.Matches(@"^[\w.]+Exception: broken on purpose", status["output"]!.ToString());
        var asked = await _host.Http.GetAsync($"{Api}/instances/b1?returnInternalServerErrorOnFailure=true", Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, asked.StatusCode);
        Assert.Equal(HttpStatusCode.NotImplemented, (await PostAsync("b1/rewind")).StatusCode);
    }

    [Fact]
    public async Task History_and_input_are_shown_if_asked_for()
    {
        await _host.Http.PostAsJsonAsync($"{Api}/orchestrators/Greet/h1", new { name = "Sarah" }, Cancel);
        await _host.Client.WaitForInstanceCompletionAsync("h1", Cancel);

        var plain = await BodyAsync(await _host.Http.GetAsync($"{Api}/instances/h1?showInput=false&showHistory=true", Cancel));
        Assert.Null(plain["input"]);
        var events = plain["historyEvents"]!.AsArray();
        Assert.Equal(["ExecutionStarted", "TaskCompleted", "ExecutionCompleted"], events.Select(e => e!["EventType"]!.ToString()));
        Assert.Equal("SayHello", events[1]!["FunctionName"]!.ToString());
        Assert.NotNull(events[1]!["ScheduledTime"]);
        Assert.False(events[1]!.AsObject().ContainsKey("Result"));
        Assert.False(events[0]!.AsObject().ContainsKey("Input"));
        Assert.Equal("Completed", events[2]!["OrchestrationStatus"]!.ToString());

        var full = await BodyAsync(await _host.Http.GetAsync($"{Api}/instances/h1?showHistory=true&showHistoryOutput=true", Cancel));
        Assert.Equal("Hello Sarah from h1 by SayHello", full["historyEvents"]![1]!["Result"]!.ToString());
    }

    [Fact]
    public async Task Instances_are_listed_by_page_and_filter()
    {
        foreach (var id in new[] { "list-1", "list-2", "list-3", "other" })
        {
            await StartAsync("Waits", id);
        }

        await StartAsync("Breaks", "list-broken");
        await UntilAsync("list-broken", "Failed");

        var first = await _host.Http.GetAsync($"{Api}/instances?instanceIdPrefix=list-&runtimeStatus=Running,Pending&top=2", Cancel);
        var ids = Ids(await BodyAsync(first)).ToList();
        Assert.Equal(2, ids.Count);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/instances?instanceIdPrefix=list-&runtimeStatus=Running,Pending&top=2");
        request.Headers.Add("x-ms-continuation-token", first.Headers.GetValues("x-ms-continuation-token").Single());
        var second = await _host.Http.SendAsync(request, Cancel);
        ids.AddRange(Ids(await BodyAsync(second)));
        Assert.Equal(["list-1", "list-2", "list-3"], ids.Order(StringComparer.Ordinal));

        var future = Uri.EscapeDataString(DateTimeOffset.UtcNow.AddHours(1).ToString("O"));
        Assert.Empty(Ids(await BodyAsync(await _host.Http.GetAsync($"{Api}/instances?createdTimeFrom={future}", Cancel))));
        Assert.Equal(["list-broken"], Ids(await BodyAsync(await _host.Http.GetAsync($"{Api}/instances?runtimeStatus=Failed", Cancel))));
    }

    [Fact]
    public async Task Ended_instances_are_purged_by_filter()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.Http.DeleteAsync($"{Api}/instances", Cancel)).StatusCode);
        await StartAsync("Breaks", "p1");
        await UntilAsync("p1", "Failed");
        await StartAsync("Waits", "p2");
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Http.DeleteAsync($"{Api}/instances?createdTimeFrom=2020-01-01&runtimeStatus=Completed", Cancel)).StatusCode);
        var purged = await _host.Http.DeleteAsync($"{Api}/instances?createdTimeFrom=2020-01-01T00:00:00Z", Cancel);
        Assert.Equal("""{"instancesDeleted":1}""", await purged.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.Accepted, (await _host.Http.GetAsync($"{Api}/instances/p2", Cancel)).StatusCode);
    }

    [Fact]
    public async Task An_instance_is_restarted_with_its_input()
    {
        await _host.Http.PostAsJsonAsync($"{Api}/orchestrators/Greet/r1", new { name = "Ann" }, Cancel);
        await _host.Client.WaitForInstanceCompletionAsync("r1", Cancel);
        var answer = await _host.Http.PostAsync($"{Api}/instances/r1/restart?timeout=15&pollingInterval=1", content: null, Cancel);
        var again = await BodyAsync(answer);
        Assert.StartsWith("Hello Ann from ", again["Text"]!.ToString(), StringComparison.Ordinal);
        Assert.NotEqual("r1", again["Id"]!.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("nobody/restart")).StatusCode);
    }

    [Fact]
    public async Task An_id_that_is_at_work_is_a_conflict_and_one_that_has_ended_is_used_again()
    {
        await StartAsync("Waits", "w9");
        var second = await _host.Http.PostAsync($"{Api}/orchestrators/Waits/w9", content: null, Cancel);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(["Message"], (await BodyAsync(second)).AsObject().Select(p => p.Key));

        await PostAsync("w9/terminate");
        await UntilAsync("w9", "Terminated");
        Assert.Equal(HttpStatusCode.Accepted, (await _host.Http.PostAsync($"{Api}/orchestrators/Waits/w9", content: null, Cancel)).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_started_is_refused()
    {
        var unknown = await _host.Http.PostAsync($"{Api}/orchestrators/Nope", content: null, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Contains("Greet", await unknown.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var broken = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.Http.PostAsync($"{Api}/orchestrators/Greet", broken, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Http.GetAsync($"{Api}/orchestrators/Greet", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Http.GetAsync($"{Api}/nonsense", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Entities_are_signalled_read_listed_and_deleted()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Http.GetAsync($"{Api}/entities/Counter/c1", Cancel)).StatusCode);
        using var two = new StringContent("2", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.Accepted, (await _host.Http.PostAsync($"{Api}/entities/Counter/c1?op=add", two, Cancel)).StatusCode);
        await Eventually.TrueAsync(() => Read("c1") is "2", "the counter is 2");

        var list = await BodyAsync(await _host.Http.GetAsync($"{Api}/entities/Counter?fetchState=true", Cancel));
        var entity = Assert.Single(list.AsArray());
        Assert.Equal("counter", entity!["entityId"]!["name"]!.ToString());
        Assert.Equal("c1", entity["entityId"]!["key"]!.ToString());
        Assert.Equal("2", entity["state"]!.ToString());

        Assert.Equal(HttpStatusCode.Accepted, (await _host.Http.DeleteAsync($"{Api}/entities/Counter/c1", Cancel)).StatusCode);
        await Eventually.TrueAsync(() => Read("c1") is null, "the counter is gone");
    }

    [Fact]
    public async Task A_function_gets_the_addresses_from_its_client()
    {
        await StartAsync("Waits", "a b");
        var payload = _host.Client.CreateHttpManagementPayload("a b");
        Assert.Equal("a b", payload.Id);
        Assert.StartsWith($"{_host.Address}{Api}/instances/a%20b?code=", payload.StatusQueryGetUri, StringComparison.Ordinal);
        Assert.Null(payload.RewindPostUri);
        Assert.Equal(HttpStatusCode.Accepted, (await _host.Http.GetAsync(payload.StatusQueryGetUri, Cancel)).StatusCode);
        var json = System.Text.Json.JsonSerializer.Serialize(payload);
        Assert.StartsWith("""{"Id":"a b","StatusQueryGetUri":""", json, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;

    private static IEnumerable<string> Ids(JsonNode list) => list.AsArray().Select(i => i!["instanceId"]!.ToString());

    private string? Read(string key)
    {
        var entity = _host.Client.Entities.GetEntityAsync<int>(new Microsoft.DurableTask.Entities.EntityInstanceId("Counter", key), Cancel);
#pragma warning disable xUnit1031, VSTHRD002 // polled by Eventually, which is not asynchronous in its condition
        return entity.GetAwaiter().GetResult() is { IncludesState: true } found ? found.State.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
#pragma warning restore xUnit1031, VSTHRD002
    }

    private async Task StartAsync(string name, string id) =>
        Assert.Equal(HttpStatusCode.Accepted, (await _host.Http.PostAsync($"{Api}/orchestrators/{name}/{id}", content: null, Cancel)).StatusCode);

    private async Task<HttpResponseMessage> PostAsync(string path, string? json = null)
    {
        using var body = json is null ? null : new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return await _host.Http.PostAsync($"{Api}/instances/{path}", body, Cancel);
    }

    private async Task<JsonNode> UntilAsync(string id, string status)
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            var now = await BodyAsync(await _host.Http.GetAsync($"{Api}/instances/{id}", Cancel));
            if (string.Equals(now["runtimeStatus"]!.ToString(), status, StringComparison.Ordinal))
            {
                return now;
            }

            await Task.Delay(10, Cancel);
        }

        throw new TimeoutException($"{id} did not become {status}.");
    }
}
