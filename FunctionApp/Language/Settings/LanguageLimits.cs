namespace FuseDeskFlows.Language.Settings;

/// <summary>What a model may cost: configuration section <c>Language</c>.</summary>
public sealed class LanguageLimits
{
    /// <summary>How long one call may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How many tokens of history one call may carry; the prompt's own few hundred come on top.</summary>
    public int CallTokens { get; set; } = 24_000;

    /// <summary>
    /// How many tokens of history all calls for one case may carry; of a longer history the longest messages are cut in their middle.
    /// </summary>
    public int CaseTokens { get; set; } = 240_000;

    /// <summary>How many tokens one answer may have.</summary>
    public int AnswerTokens { get; set; } = 1_500;
}
