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

    /// <summary>
    /// What the model's server refuses of a request, as far as it is known beforehand, separated by commas: <c>temperature</c>,
    /// <c>max_tokens</c>, <c>max_completion_tokens</c>, <c>json_schema</c>, <c>json_object</c>, <c>tool_choice</c>,
    /// <c>parallel_tool_calls</c>, <c>stream_options</c>, <c>system</c>. What is refused is else learned by one call each after every
    /// start.
    /// </summary>
    public string Omit { get; set; } = "";

    /// <summary>Whether answers are asked for as streams, for a server that gives no others; that is learned, too.</summary>
    public bool Stream { get; set; }

    internal IReadOnlyList<string> OmittedParameters =>
        Omit.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
