using System.Net;
using Microsoft.DurableTask.Client;
using Newtonsoft.Json.Linq;

namespace LocalHost.Tests.Sqlite.Isolated;

/// <summary>The provider's answers make the extension's management API answer what it answers on Azure Storage.</summary>
public sealed class ManagementApiTests
{
    [Fact]
    public async Task Control_of_a_finished_instance_is_gone_and_of_an_unknown_one_not_found()
    {
        await using var host = await IsolatedHost.StartAsync();
        await host.RunAsync("Sequence", 1, "done");

        foreach (var control in (string[])["raiseEvent/go", "terminate", "suspend", "resume"])
        {
            Assert.Equal(HttpStatusCode.Gone, await StatusAsync(host, HttpMethod.Post, $"instances/done/{control}", "\"x\""));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, HttpMethod.Post, $"instances/nobody/{control}", "\"x\""));
        }

        Assert.Equal(HttpStatusCode.PreconditionFailed, await StatusAsync(host, HttpMethod.Post, "instances/done/rewind"));
    }

    [Fact]
    public async Task A_running_instance_is_neither_purged_nor_started_over()
    {
        await using var host = await IsolatedHost.StartAsync();
        await StatusAsync(host, HttpMethod.Post, "orchestrators/Wait/w");
        await host.StatusAsync("w", OrchestrationRuntimeStatus.Running);

        Assert.Equal(HttpStatusCode.PreconditionFailed, await StatusAsync(host, HttpMethod.Delete, "instances/w"));
        using var refused = await host.AskAsync(HttpMethod.Post, "orchestrators/Wait/w");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("An Orchestration instance with the status Running already exists.",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound,
            await StatusAsync(host, HttpMethod.Delete, "instances?createdTimeFrom=2020-01-01T00:00:00Z&runtimeStatus=Running"));
    }

    [Fact]
    public async Task Instances_are_listed_in_pages_with_what_they_are()
    {
        await using var host = await IsolatedHost.StartAsync();
        await host.RunAsync("Parent", 3, "p");
        await host.RunAsync("UseEntity", id: "e");

        using var all = await host.AskAsync(HttpMethod.Get, "instances?top=100");
        var list = JArray.Parse(await all.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(6, list.Count);
        Assert.Equal(3, list.Count(instance => (string?)instance["parentInstanceId"] is "p"));
        Assert.Contains(list, instance => (string?)instance["instanceId"] is "@counter@a");
        using var page = await host.AskAsync(HttpMethod.Get, "instances?top=2");
        Assert.True(page.Headers.Contains("x-ms-continuation-token"));
        using var none = await host.AskAsync(HttpMethod.Get, "instances?top=0");
        Assert.Equal("[]", await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_hub_has_a_file_of_its_own_and_no_path_for_a_name()
    {
        await using var host = await IsolatedHost.StartAsync();

        Assert.Equal(HttpStatusCode.Accepted, await StatusAsync(host, HttpMethod.Post, "orchestrators/Wait/x?taskHub=OtherHub"));
        Assert.True(File.Exists(host.FileOf("OtherHub")));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(host, HttpMethod.Post, "orchestrators/Wait/x?taskHub=..%2Fescaped"));
    }

    [Fact]
    public async Task A_setting_that_cannot_be_read_is_named()
    {
        KeyValuePair<string, string> setting = new("retention", "a month");
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => IsolatedHost.StartAsync(true, setting));

        Assert.Contains("extensions.durableTask.storageProvider.retention", refused.ToString(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(IsolatedHost host, HttpMethod method, string path, string? json = null)
    {
        using var response = await host.AskAsync(method, path, json);
        return response.StatusCode;
    }
}
