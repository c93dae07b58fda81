namespace FuseDeskFlows.Language.Settings;

/// <summary>
/// What servers refuse of a request that OpenAI takes. The names are those of the setting <c>Language:Omit</c>.
/// </summary>
internal static class ModelParameters
{
    public const string Temperature = "temperature";

    /// <summary>The old name of the answer's limit, which most servers know; the new one takes its place.</summary>
    public const string MaxTokens = "max_tokens";

    /// <summary>The new name of the answer's limit, which OpenAI's reasoning models ask for; the old one takes its place.</summary>
    public const string MaxCompletionTokens = "max_completion_tokens";

    /// <summary>A schema in <c>response_format</c>; JSON mode takes its place.</summary>
    public const string JsonSchema = "json_schema";

    /// <summary>JSON mode; the schema in the prompt alone takes its place.</summary>
    public const string JsonObject = "json_object";

    public const string ToolChoice = "tool_choice";

    public const string ParallelToolCalls = "parallel_tool_calls";

    /// <summary>How a stream is asked to tell tokens at its end.</summary>
    public const string StreamOptions = "stream_options";

    /// <summary>The role of the instructions, which then begin the first message of the user.</summary>
    public const string System = "system";

    /// <summary>An answer in one piece: it is asked for as a stream. The setting for it is <c>Language:Stream</c>.</summary>
    public const string WholeAnswer = "whole_answer";

    /// <summary>What the setting may name.</summary>
    public static IReadOnlyList<string> Omittable { get; } =
    [
        Temperature, MaxTokens, MaxCompletionTokens, JsonSchema, JsonObject, ToolChoice, ParallelToolCalls, StreamOptions, System,
    ];
}
