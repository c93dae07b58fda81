using System.Globalization;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>What a run tells its model and its reader.</summary>
internal static class AgentTexts
{
    /// <summary>What a model is told that calls a tool when it must not any more.</summary>
    public const string AnswerNow =
        "No further tool is called in this run. Answer now, with what you know, in the form that was described.";

    public static ReportProblem Loop => new()
    {
        Type = AgentProblemTypes.Loop,
        Detail = "The model asked for the same calls, or for calls that cannot be made, over and over: it had to answer with what it knew.",
    };

    public static string NotAccepted(IReadOnlyList<string> faults) =>
        $"Your answer was not accepted. {string.Join(' ', faults)} Answer again, from the beginning, in the form that was described.";

    public static ReportProblem OutOfSteps(int steps) =>
        Budget(AgentProblemTypes.MaxSteps, $"The run may call tools in {ReportText.Count(steps, "turn")} (maxSteps)");

    public static ReportProblem OutOfTokens(int tokens) =>
        Budget(
            AgentProblemTypes.Budget,
            string.Create(CultureInfo.InvariantCulture, $"The run may use {tokens} tokens of the model (Agent:RunTokens)"));

    public static ReportProblem OutOfCalls(int calls) =>
        Budget(AgentProblemTypes.Budget, $"The run may make {ReportText.Count(calls, "call")} (Agent:RunCalls)");

    public static ReportProblem OutOfTime(TimeSpan time) => Budget(
        AgentProblemTypes.Budget,
        string.Create(CultureInfo.InvariantCulture, $"The run may take {time.TotalMinutes:0.#} minutes (Agent:RunTime)"));

    /// <summary>Tells of tools that the settings name and the account does not have; null if there are none.</summary>
    public static ReportProblem? Missing(IReadOnlyList<string> tools) => tools.Count == 0 ? null : new()
    {
        Type = AgentProblemTypes.ToolMissing,
        Detail = $"The connected account does not offer {string.Join(", ", tools)} (Agent:Tools): the run had to do without.",
    };

    public static ReportProblem LeftOut(IReadOnlyList<string> faults, int kept) => new()
    {
        Type = AgentProblemTypes.StatementsLeftOut,
        Detail = kept == 0
            ? $"The model's answer could not be relied on, twice, and is not shown. {string.Join(' ', faults)}"
            : $"{ReportText.Count(faults.Count, "statement")} of the answer did not stand up to the check, twice, and "
                + $"{(faults.Count == 1 ? "is" : "are")} not shown. {string.Join(' ', faults)}",
    };

    public static ReportProblem MorePages(string tool) => new()
    {
        Type = AgentProblemTypes.MorePages,
        Detail = $"The list {tool} has further pages that were not read: what the answer says of it is said of what was read.",
    };

    private static ReportProblem Budget(string type, string rule) =>
        new() { Type = type, Detail = $"{rule}: the model had to answer with what it knew by then." };
}
