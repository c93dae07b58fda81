using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Agent.Settings;

/// <summary>Names each setting of agents that is wrong.</summary>
internal sealed class AgentOptionsValidator : IValidateOptions<AgentOptions>
{
    private const int MaxTools = 64;

    // Below these neither the tools nor one result would fit into a turn.
    private const int MinTranscriptTokens = 12_000;
    private const int MinResultTokens = 500;
    private const int ResultsInATranscript = 4;

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, AgentOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(AgentOptions options)
    {
        if (options.ToolNameList.Count is 0 or > MaxTools)
        {
            yield return $"Agent:Tools must be 1 to {MaxTools} names of tools, separated by semicolons";
        }

        if (options.RunTokens < 1)
        {
            yield return "Agent:RunTokens must be at least 1";
        }

        if (options.RunCalls < 1)
        {
            yield return "Agent:RunCalls must be at least 1";
        }

        if (options.RunTime <= TimeSpan.Zero || options.RunTime > TimeSpan.FromDays(7))
        {
            yield return "Agent:RunTime must be more than nothing and at most 7 days";
        }

        if (options.TranscriptTokens < MinTranscriptTokens)
        {
            yield return $"Agent:TranscriptTokens must be at least {MinTranscriptTokens}";
        }

        if (options.ResultTokens < MinResultTokens || options.ResultTokens > options.TranscriptTokens / ResultsInATranscript)
        {
            yield return $"Agent:ResultTokens must be from {MinResultTokens} to a quarter of Agent:TranscriptTokens";
        }

        if (options.PricePerMillionInputTokens is < 0 || options.PricePerMillionOutputTokens is < 0)
        {
            yield return "Agent:PricePerMillionInputTokens and Agent:PricePerMillionOutputTokens must not be negative";
        }

        if (options.PricePerMillionInputTokens is null != options.PricePerMillionOutputTokens is null)
        {
            yield return "Agent:PricePerMillionInputTokens and Agent:PricePerMillionOutputTokens must be set together";
        }
    }
}
