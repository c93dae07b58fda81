using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Triggers.Approvals;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.Triggers.Approvals;

public sealed class ApprovalEndpointsTests
{
    private const string Run = "agent-1";

    [Theory]
    [InlineData("r2", null)]
    [InlineData("r2-proposal-1", 404)]
    [InlineData("r9", 404)]
    public async Task Of_a_runs_children_only_its_writes_are_decided_on(string callId, int? status)
    {
        var client = new ClientMock();
        var write = ToolWrite.IdOf(Run, "r2");
        client.Put(new OrchestrationMetadata(AgentRun.Name, Run) { RuntimeStatus = OrchestrationRuntimeStatus.Running });
        client.Put(new OrchestrationMetadata(ToolWrite.Name, write) { RuntimeStatus = OrchestrationRuntimeStatus.Running });
        client.Put(new OrchestrationMetadata(StorePartialReportOrchestration.Name, ToolWrite.ProposalIdOf(write, round: 1))
        {
            RuntimeStatus = OrchestrationRuntimeStatus.Completed,
            SerializedOutput = "{}",
        });

        var (found, problem) =
            await ApprovalEndpoints.FindAsync(client.Object, Run, callId, TestContext.Current.CancellationToken);

        Assert.Equal(status, problem?.Status);
        Assert.Equal(status is null ? write : null, found?.InstanceId);
    }
}
