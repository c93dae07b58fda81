using FuseDeskFlows.Orchestrations;
using FuseDeskFlows.RateLimiting.Settings;

namespace FuseDeskFlows.Tests.Orchestrations;

public sealed class FlowSettingsValidatorTests
{
    [Theory]
    [InlineData("CaseDigest", true)]
    [InlineData("casedigest", true)]
    [InlineData("CaseDigests", false)]
    [InlineData("ReadDigestBatch", false)]
    public void A_flow_that_there_is_not_is_named_with_those_that_there_are(string flow, bool known)
    {
        var result = new FlowSettingsValidator().Validate(null, new() { Flows = { [flow] = new FlowRateLimitOptions() } });

        Assert.Equal(known, result.Succeeded);
        Assert.True(
            known
                || result.FailureMessage!.StartsWith($"Truto:Flows:{flow} names no flow; there are CaseTriage, ", StringComparison.Ordinal),
            result.FailureMessage);
    }

    [Fact]
    public void All_of_them_are_orchestrations() =>
        Assert.Subset(FuseDeskFlows.Telemetry.OrchestrationNames.Find().ToHashSet(), FlowSettingsValidator.Flows.ToHashSet());
}
