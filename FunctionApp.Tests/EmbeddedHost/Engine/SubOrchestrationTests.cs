using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class SubOrchestrationTests
{
    [Fact]
    public async Task A_child_gets_its_input_knows_its_parent_and_answers()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Orchestrator("Child", context => Task.FromResult($"{context.Parent!.Name}/{context.Parent.InstanceId}/{context.GetInput<int>()}"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child", 7)));

        var id = await bed.BeginAsync("Parent", id: "the-parent");

        Assert.Equal("Parent/the-parent/7", (await bed.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_childs_failure_reaches_the_parent_as_a_task_failure()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Orchestrator<int>("Child", _ => throw new InvalidDataException("bad data"))
            .Orchestrator("Parent", async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child");
                    return "no failure";
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName}: {e.FailureDetails.ErrorMessage}, {e.FailureDetails.IsCausedBy<InvalidDataException>()}";
                }
            }));

        Assert.Equal("Child: bad data, True", await bed.ResultAsync<string>("Parent"));
    }

    [Fact]
    public async Task A_child_can_have_an_id_of_its_own_and_a_taken_one_fails_the_call()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Orchestrator("Child", context => context.WaitForExternalEvent<string>("go"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions(instanceId: "child-1"))));
        var first = await bed.BeginAsync("Parent");
        await EngineBed.UntilAsync(async () => await bed.Client.GetInstanceAsync("child-1") is not null);

        var second = await bed.RunAsync("Parent");
        await bed.RaiseAsync("child-1", "go", "done");

        Assert.Contains("child-1", second.FailureDetails!.InnerFailure!.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("done", (await bed.EndAsync(first)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_unknown_child_fails_the_call_and_is_not_retried()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Parent", context =>
            context.CallSubOrchestratorAsync<int>("Nobody", options: TaskOptions.FromRetryPolicy(new(5, TimeSpan.FromHours(1))))));

        Assert.Equal("OrchestratorTaskNotFound", (await bed.RunAsync("Parent")).FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task A_termination_goes_on_to_children_only_when_it_is_recursive()
    {
        await using var bed = await EngineBed.StartAsync(new TestFunctions()
            .Orchestrator("Leaf", context => context.WaitForExternalEvent<string>("go"))
            .Orchestrator("Middle", context => Child(context, "Leaf"))
            .Orchestrator("Top", context => Child(context, "Middle")));
        await bed.BeginAsync("Top", id: "a");
        await bed.BeginAsync("Top", id: "b");
        foreach (var leaf in new[] { "a-Middle-Leaf", "b-Middle-Leaf" })
        {
            await EngineBed.UntilAsync(async () => await bed.Client.GetInstanceAsync(leaf) is not null);
        }

        await bed.Client.TerminateInstanceAsync("a", new TerminateInstanceOptions("enough", Recursive: true), TestContext.Current.CancellationToken);
        await bed.Client.TerminateInstanceAsync("b", new TerminateInstanceOptions("enough"), TestContext.Current.CancellationToken);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await bed.EndAsync("a-Middle-Leaf")).RuntimeStatus);
        Assert.Equal("enough", (await bed.EndAsync("b")).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await bed.StateAsync("b-Middle-Leaf")).RuntimeStatus);
        Assert.Equal(3, (await bed.Client.PurgeInstanceAsync("a", new PurgeInstanceOptions(Recursive: true), TestContext.Current.CancellationToken)).PurgedInstanceCount);
        Assert.Null(await bed.Client.GetInstanceAsync("a-Middle-Leaf", TestContext.Current.CancellationToken));
    }

    private static Task<string> Child(TaskOrchestrationContext context, string name) =>
        context.CallSubOrchestratorAsync<string>(name, options: new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{name}"));
}
