using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Activities.Agent.Settings;

/// <summary>What agents may do, and what a run of one may cost.</summary>
public sealed class AgentOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Agent";

    /// <summary>The account's tools that are offered to the model, separated by semicolons; the flows are tools beside them.</summary>
    public string Tools { get; set; } = string.Join(
        ';',
        ToolNames.ListContacts, ToolNames.ListCases, ToolNames.GetCase, ToolNames.ListChats, ToolNames.GetChat, ToolNames.ListEmails,
        ToolNames.ListReps, ToolNames.GetRep, ToolNames.ListDepartments);

    /// <summary>Whether a run may propose writes at all. Each one still needs a person's approval.</summary>
    public bool AllowWrites { get; set; }

    /// <summary>How many tokens the model may read and write in one run, its flows not counted.</summary>
    public int RunTokens { get; set; } = 400_000;

    /// <summary>How many tool calls one run may make.</summary>
    public int RunCalls { get; set; } = 100;

    /// <summary>How long one run may take, its waits included.</summary>
    public TimeSpan RunTime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many tokens are sent to the model in one turn: tools, prompt, and as much of the transcript as fits.</summary>
    public int TranscriptTokens { get; set; } = 24_000;

    /// <summary>How many tokens of one result the model is shown; it may read on.</summary>
    public int ResultTokens { get; set; } = 4_000;

    /// <summary>What a million tokens that the model reads cost; null if nobody has said.</summary>
    public decimal? PricePerMillionInputTokens { get; set; }

    /// <summary>What a million tokens that the model writes cost, in the same currency; null if nobody has said.</summary>
    public decimal? PricePerMillionOutputTokens { get; set; }

    internal IReadOnlyList<string> ToolNameList =>
        [.. Tools.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
