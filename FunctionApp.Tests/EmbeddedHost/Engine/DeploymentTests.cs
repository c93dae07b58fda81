using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

/// <summary>A changed orchestration is deployed while a run waits an hour for a quota: what works, and what does not. The README tells this example.</summary>
public sealed class DeploymentTests
{
    private static readonly TimeSpan QuotaPause = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_change_that_asks_for_the_version_finishes_old_runs_the_old_way_and_new_ones_the_new_way()
    {
        await using var bed = await EngineBed.StartAsync(Build(First), VersioningTests.Of("1.0"));
        var old = await bed.BeginAsync("Flow");
        await bed.SleepersAsync(1);

        await VersioningTests.DeployAsync(bed, Build(SideBySide), "1.1");
        var young = await bed.BeginAsync("Flow");
        await bed.SleepersAsync(2);
        bed.Time.Advance(QuotaPause);

        Assert.Equal("case, summary", (await bed.EndAsync(old)).ReadOutputAs<string>());
        Assert.Equal("contact, case, summary", (await bed.EndAsync(young)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_same_change_without_asking_fails_the_run_that_waits_and_names_the_step()
    {
        await using var bed = await EngineBed.StartAsync(Build(First), VersioningTests.Of("1.0"));
        var old = await bed.BeginAsync("Flow");
        await bed.SleepersAsync(1);

        await VersioningTests.DeployAsync(bed, Build(Second), "1.1");
        bed.Time.Advance(QuotaPause);

        var end = await bed.EndAsync(old);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("at step 0: history has activity 'read_case', the code asked for activity 'read_contact'", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_behind_the_point_where_runs_wait_needs_no_version()
    {
        await using var bed = await EngineBed.StartAsync(Build(First), VersioningTests.Of("1.0"));
        var old = await bed.BeginAsync("Flow");
        await bed.SleepersAsync(1);

        await VersioningTests.DeployAsync(
            bed, Build(async context => await First(context) + ", " + await context.CallActivityAsync<string>("read_contact")), "1.0");
        bed.Time.Advance(QuotaPause);

        Assert.Equal("case, summary, contact", (await bed.EndAsync(old)).ReadOutputAs<string>());
    }

    private static TestFunctions Build(Func<TaskOrchestrationContext, Task<string>> flow) => new TestFunctions()
        .Activity<object?, string>("read_contact", _ => "contact")
        .Activity<object?, string>("read_case", _ => "case")
        .Activity<object?, string>("summarize", _ => "summary")
        .Orchestrator("Flow", flow);

    private static async Task<string> First(TaskOrchestrationContext context)
    {
        var read = await context.CallActivityAsync<string>("read_case");
        await context.CreateTimer(QuotaPause, CancellationToken.None);
        return $"{read}, {await context.CallActivityAsync<string>("summarize")}";
    }

    private static async Task<string> Second(TaskOrchestrationContext context)
    {
        var contact = await context.CallActivityAsync<string>("read_contact");
        return $"{contact}, {await First(context)}";
    }

    private static Task<string> SideBySide(TaskOrchestrationContext context) => context.CompareVersionTo("1.1") < 0 ? First(context) : Second(context);
}
