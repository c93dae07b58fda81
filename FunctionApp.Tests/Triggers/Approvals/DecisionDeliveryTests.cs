using System.Text.Json;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Triggers.Approvals;
using Grpc.Core;
using Microsoft.DurableTask.Client;
using Moq;

namespace FuseDeskFlows.Tests.Triggers.Approvals;

public sealed class DecisionDeliveryTests
{
    private const string Write = "write-1";

    [Theory]
    [InlineData(StatusCode.FailedPrecondition)]
    [InlineData(StatusCode.NotFound)]
    public async Task A_decision_that_comes_as_the_run_ends_by_another_is_told_whose_it_was(StatusCode refusal)
    {
        var client = new ClientMock();
        client.Mock
            .Setup(durable => durable.RaiseEventAsync(Write, ToolWrite.DecisionEvent, It.IsAny<object>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new RpcException(new(refusal, "It has ended.")));
        var run = new OrchestrationMetadata(ToolWrite.Name, Write)
        {
            RuntimeStatus = OrchestrationRuntimeStatus.Completed,
            SerializedOutput = JsonSerializer.Serialize(new WriteReport
            {
                Outcome = WriteOutcome.Rejected,
                Approval = new() { Id = "theirs", By = "Ben Ode", At = Some.Moment, Hash = "h" },
            }),
        };
        client.Put(run);
        var decision = new ApprovalDecision { Id = "ours", Approve = true, Hash = "h", By = "Ann Lee", IdentifiedBy = "request" };

        var (taken, problem) = await DecisionDelivery.SendAsync(
            client.Object, run, decision, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.False(taken);
        Assert.Equal((409, "urn:fusedeskflows:problem:approval-decided"), (problem?.Status, problem?.Type));
        Assert.Contains("Ben Ode", problem!.Detail, StringComparison.Ordinal);
    }
}
