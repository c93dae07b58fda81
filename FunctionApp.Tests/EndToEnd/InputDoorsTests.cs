using System.Net;
using System.Net.Http.Json;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>An input that an orchestration cannot read ends with a message that names the field, whoever started it.</summary>
public sealed class InputDoorsTests
{
    private const string Unreadable = "The input's caseId cannot be read: its value is not of the kind that belongs there.";

    [Fact]
    public async Task By_the_management_API_and_by_a_client_the_field_is_named()
    {
        await using var app = await TriageApp.StartAsync();
        using var started = await app.Http.PostAsJsonAsync(
            "runtime/webhooks/durabletask/orchestrators/CaseTriage/by-management",
            new { caseId = "the newest" },
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        await app.Client.ScheduleNewOrchestrationInstanceAsync(
            DraftReply.Name,
            new { caseId = new[] { SandboxPeople.ArticleCase } },
            new StartOrchestrationOptions("by-client"),
            TestContext.Current.CancellationToken);

        foreach (var id in new[] { "by-management", "by-client" })
        {
            var run = await app.UntilAsync(
                $"/api/runs/{id}", run => run.TryGetProperty("status", out var status) && status.GetString() is "failed");
            Assert.Contains(Unreadable, run.GetProperty("error").GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        var instance = await app.GetAsync("/runtime/webhooks/durabletask/instances/by-management");
        Assert.Equal("Failed", instance.GetProperty("runtimeStatus").GetString());
        Assert.Contains(Unreadable, instance.GetProperty("output").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, app.Sandbox.Stats.ProxyCalls());
    }
}
