using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Engine.Versions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Abstractions;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

/// <summary>Which version a run has, and what a host makes of runs of other versions.</summary>
public sealed class VersioningTests
{
    [Fact]
    public async Task A_new_run_and_its_sub_orchestrations_get_the_hosts_version()
    {
        await using var bed = await EngineBed.StartAsync(Family(), Of("1.0"));

        Assert.Equal(["1.0", "1.0"], (await bed.ResultAsync<string[]>("Parent"))!);
    }

    [Fact]
    public async Task A_sub_orchestration_gets_the_hosts_version_and_not_its_parents()
    {
        await using var bed = await EngineBed.StartAsync(Family(), Of("2.0"));

        Assert.Equal(["1.0", "2.0"], await StartedWithAsync(bed, "1.0"));
        Assert.Equal(["", "2.0"], await StartedWithAsync(bed, new TaskVersion("")));
        Assert.Equal(["2.0", "1.5"], await StartedWithAsync(bed, null, childVersion: "1.5"));
    }

    [Fact]
    public async Task A_run_keeps_its_version_over_a_deployment_and_over_continue_as_new_unless_it_asks_for_another()
    {
        await using var bed = await EngineBed.StartAsync(
            new TestFunctions().Orchestrator("Rounds", async context =>
            {
                var seen = context.GetInput<string?>() + context.Version + " ";
                var next = await context.WaitForExternalEvent<string>("next");
                if (!string.Equals(next, "end", StringComparison.Ordinal))
                {
                    context.ContinueAsNew(new ContinueAsNewOptions { NewInput = seen, NewVersion = next });
                }

                return seen;
            }),
            Of("1.0"));
        var id = await bed.BeginAsync("Rounds");
        await bed.RaiseAsync(id, "next", "");
        await DeployAsync(bed, bed.Functions, "2.0");
        await bed.RaiseAsync(id, "next", "2.0");
        await bed.RaiseAsync(id, "next", "end");

        Assert.Equal("1.0 1.0 2.0 ", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_restarted_run_gets_the_present_version()
    {
        await using var bed = await EngineBed.StartAsync(Family(), Of("1.0"));
        var id = await bed.BeginAsync("Parent");
        await bed.EndAsync(id);
        await DeployAsync(bed, bed.Functions, "2.0");

        await bed.Client.RestartAsync(id, restartWithNewInstanceId: false, TestContext.Current.CancellationToken);

        Assert.Equal(["2.0", "2.0"], (await bed.EndAsync(id)).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task A_run_of_a_newer_version_is_left_alone_until_a_host_comes_that_works_on_it()
    {
        await using var bed = await EngineBed.StartAsync(Waiting("new"), Of("2.0"));
        var id = await bed.BeginAsync("Wait");
        await bed.SleepersAsync(1);

        await DeployAsync(bed, Waiting("old"), "1.0"); // a rollback
        bed.Time.Advance(TimeSpan.FromHours(1));
        var other = await bed.BeginAsync("Wait");
        await bed.SleepAsync(TimeSpan.FromHours(1));
        Assert.Equal("old", (await bed.EndAsync(other)).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await bed.StateAsync(id)).RuntimeStatus);

        await DeployAsync(bed, Waiting("new"), "2.0");
        Assert.Equal("new", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_run_of_a_newer_version_fails_where_the_host_is_told_so()
    {
        await using var bed = await EngineBed.StartAsync(Waiting("new"), Of("2.0"));
        var id = await bed.BeginAsync("Wait");
        await bed.SleepersAsync(1);

        await DeployAsync(bed, Waiting("old"), "1.0", VersionMismatch.Fail);
        bed.Time.Advance(TimeSpan.FromHours(1));

        var end = await bed.EndAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Failed, "VersionMismatch"), (end.RuntimeStatus, end.FailureDetails!.ErrorType));
        Assert.Contains("the run has version '2.0', this host has version '1.0'", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(HistoryKind.ExecutionFailed, (await bed.HistoryAsync(id))[^1].Kind);
    }

    [Theory]
    [InlineData("CurrentOrOlder", "1.0", "1.0", true)]
    [InlineData("CurrentOrOlder", "1.9", "1.10", true)]
    [InlineData("CurrentOrOlder", "1.10", "1.9", false)]
    [InlineData("CurrentOrOlder", "", "1.0", true)]
    [InlineData("CurrentOrOlder", "1.0", "", false)]
    [InlineData("CurrentOrOlder", "", "", true)]
    [InlineData("Strict", "1.0", "1.0", true)]
    [InlineData("Strict", "0.9", "1.0", false)]
    [InlineData("Strict", "", "1.0", false)]
    [InlineData("None", "9.9", "1.0", true)]
    public void A_host_works_on_the_versions_of_its_strategy(string match, string run, string host, bool accepted) =>
        Assert.Equal(accepted, new VersionPolicy { Default = host, Match = Enum.Parse<VersionMatch>(match) }.Accepts(run));

    [Theory]
    [InlineData(null, "", 0)]
    [InlineData("", "1", -1)]
    [InlineData("1", " ", 1)]
    [InlineData("1.2", "1.10", -1)]
    [InlineData("1.0", "1.0", 0)]
    [InlineData("1.0", "1.0.0", -1)]
    [InlineData("beta", "ALPHA", 1)]
    [InlineData("v1", "V1", 0)]
    public void Versions_are_compared_by_their_numbers_else_as_text(string? one, string other, int expected) =>
        Assert.Equal(expected, Math.Sign(TaskOrchestrationVersioningUtils.CompareVersions(one!, other)));

    /// <summary>Puts another build in place of the running one.</summary>
    internal static async Task DeployAsync(EngineBed bed, TestFunctions build, string version, VersionMismatch mismatch = VersionMismatch.Reject)
    {
        bed.Functions = build;
        bed.Options = bed.Options with { Versions = new() { Default = version, Mismatch = mismatch } };
        await bed.RestartAsync(CancellationToken.None);
    }

    internal static Func<EngineOptions, EngineOptions> Of(string version) => options => options with { Versions = new() { Default = version } };

    private static TestFunctions Waiting(string result) => new TestFunctions().Orchestrator("Wait", async context =>
    {
        await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        return result;
    });

    private static TestFunctions Family() => new TestFunctions()
        .Orchestrator("Child", context => Task.FromResult(context.Version))
        .Orchestrator("Parent", async context =>
        {
            var options = context.GetInput<string?>() is { } version ? new SubOrchestrationOptions { Version = version } : null;
            return new[] { context.Version, await context.CallSubOrchestratorAsync<string>("Child", null, options) };
        });

    private static async Task<string[]> StartedWithAsync(EngineBed bed, TaskVersion? version, string? childVersion = null)
    {
        var options = new StartOrchestrationOptions { Version = version };
        var id = await bed.Client.ScheduleNewOrchestrationInstanceAsync("Parent", childVersion, options, TestContext.Current.CancellationToken);
        return (await bed.EndAsync(id)).ReadOutputAs<string[]>()!;
    }
}
