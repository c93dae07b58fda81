using FuseDeskFlows.Activities.Agent.Settings;

namespace FuseDeskFlows.Tests.Activities.Agent;

public sealed class AgentOptionsTests
{
    [Fact]
    public void What_is_not_set_is_right() => Assert.True(Validate(new()).Succeeded);

    [Fact]
    public void Each_wrong_setting_is_named()
    {
        var result = Validate(new()
        {
            Tools = " ; ",
            RunTokens = 0,
            RunCalls = 0,
            RunTime = TimeSpan.Zero,
            TranscriptTokens = 100,
            ResultTokens = 1,
            PricePerMillionInputTokens = -1,
        });

        string[] wrong =
        [
            "Tools", "RunTokens", "RunCalls", "RunTime", "TranscriptTokens", "ResultTokens",
            "PricePerMillionInputTokens", "PricePerMillionOutputTokens",
        ];
        foreach (var name in wrong)
        {
            Assert.Contains($"Agent:{name}", result.FailureMessage, StringComparison.Ordinal);
        }
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(AgentOptions options) =>
        new AgentOptionsValidator().Validate(null, options);
}
