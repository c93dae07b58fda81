using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;

namespace FuseDeskFlows.Tests.Triggers.Runs;

public sealed class PartialReportLookupTests
{
    [Theory]
    [InlineData("FuseDeskFlows.Orchestrations.RateLimiting.OutOfQuotaException", null)]
    [InlineData(null, "FuseDeskFlows.Orchestrations.RateLimiting.OutOfQuotaException: Out of quota.")]
    public async Task A_run_that_could_not_wait_any_longer_shows_what_it_had_found(string? failure, string? output)
    {
        var run = await PartialReportLookup.ToDetailAsync(Client(), Failed(failure, output), TestContext.Current.CancellationToken);

        Assert.Equal(("failed", 7), (run.Status, run.Report?.GetProperty("found").GetInt32()));
        Assert.Equal("Out of quota.", run.Error?.Detail);
    }

    [Fact]
    public async Task Of_another_failure_nothing_was_kept_and_nobody_is_asked()
    {
        var client = new Mock<DurableTaskClient>(MockBehavior.Strict, "test");

        Assert.Null(
            (
                await PartialReportLookup.ToDetailAsync(
                    client.Object, Failed(nameof(RunFailedException), null), TestContext.Current.CancellationToken)).Report);
    }

    private static OrchestrationMetadata Failed(string? type, string? output) => new(CaseTriage.Name, "run-1")
    {
        RuntimeStatus = OrchestrationRuntimeStatus.Failed,
        FailureDetails = type is null ? null : new TaskFailureDetails(type, "Out of quota.", null, null, null),
        SerializedOutput = output,
    };

    private static DurableTaskClient Client()
    {
        var client = new Mock<DurableTaskClient>(MockBehavior.Strict, "test");
        client
            .Setup(durable => durable.GetInstanceAsync(StorePartialReportOrchestration.IdOf("run-1"), true, It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                new OrchestrationMetadata(StorePartialReportOrchestration.Name, StorePartialReportOrchestration.IdOf("run-1"))
                {
                    SerializedOutput = """{ "found": 7 }""",
                });
        return client.Object;
    }
}
