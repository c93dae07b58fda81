using System.Globalization;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>What all renderings of an agent's report say in the same words.</summary>
internal static class AgentWords
{
    /// <summary>What the page is headed by: what was asked is untrusted and may be long.</summary>
    public const string Headline = "Answer of an agent";

    private const int MaxArguments = 300;

    /// <summary>What a statement rests on.</summary>
    public static string Evidence(AgentStatement statement) =>
        string.Join(", ", statement.Evidence.Select(item => item.Cite))
        + (statement.OnlyFromLists ? "; only from lists, no text was read" : "");

    /// <summary>A call with its arguments.</summary>
    public static string Call(AgentCall call) => $"{call.Id}: {call.Tool} {Unicode.SafeText.Shorten(call.Arguments, MaxArguments)}";

    /// <summary>What became of a call.</summary>
    public static string Outcome(AgentCall call) => call switch
    {
        { Write: { } write } => Write(write),
        { Result: { } result } => Size(result),
        { Status: AgentCallStatus.UnknownTool } => "no such tool",
        { Status: AgentCallStatus.WrongArguments } => $"wrong arguments: {call.Detail}",
        { Status: AgentCallStatus.Repeated } => "not repeated",
        { Status: AgentCallStatus.OverBudget } => "not called: over the budget",
        { Status: AgentCallStatus.Refused } => $"refused: {call.Detail}",
        _ => $"failed: {call.Detail}",
    };

    /// <summary>What a turn was about.</summary>
    public static string Turn(AgentTurn turn)
    {
        var number = turn.Number == 0 ? "Earlier run" : string.Create(CultureInfo.InvariantCulture, $"Turn {turn.Number}");
        var what = turn.Calls.Count == 0 ? "an answer" : ReportText.Count(turn.Calls.Count, "call");
        var cut = turn.ReplacedResults + turn.LeftOutTurns == 0
            ? ""
            : $"; {ReportText.Count(turn.ReplacedResults, "earlier result")} sent as a handle, "
                + $"{ReportText.Count(turn.LeftOutTurns, "old turn")} not sent";
        return string.Create(
            CultureInfo.InvariantCulture, $"{number}: {what}, {turn.TokensRead} tokens read, {turn.TokensWritten} written{cut}");
    }

    public static string Wait(AgentWait wait)
    {
        var what = wait.ForModel ? "the language model" : "FuseDesk";
        return string.Create(
            CultureInfo.InvariantCulture, $"{ReportText.Time(wait.From)}: {(wait.To - wait.From).TotalSeconds:0.#} s for {what}");
    }

    /// <summary>What the model cost, beside what every run costs.</summary>
    public static string Cost(AgentReport report)
    {
        var (cost, usage) = (report.Cost, ReportText.Cost(report.Usage));
        var amount = cost.Amount is { } price
            ? string.Create(CultureInfo.InvariantCulture, $", at {price:0.####} by the prices of the settings")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{usage} · {cost.InputTokens} tokens in, {cost.OutputTokens} out{amount}");
    }

    /// <summary>What stands where there is no answer.</summary>
    public static string NoAnswer(AgentReport report) =>
        $"There is no answer that can be relied on. {report.Problems.Select(problem => problem.Detail).FirstOrDefault()}".TrimEnd();

    // Of a write that was made or rejected, its own text says by whom.
    private static string Write(WriteReport write) => write is { Approval: { By: { } by } approval, Outcome: not WriteOutcome.Rejected }
        && !write.Text.Contains(by, StringComparison.Ordinal)
            ? $"{write.Text} {(approval.Approved ? "Approved" : "Decided")} by {by}, {ReportText.Time(approval.At)}."
            : write.Text;

    private static string Size(AgentResult result)
    {
        // A part has a line about the whole, so that its tokens are more than those of its lines.
        var shown = result.Lines == 0
            ? "nothing in it"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"lines {result.From} to {result.To} of {result.Lines}, {result.Tokens} tokens"
                    + $"{(result.To - result.From + 1 < result.Lines ? $"; all have {result.AllTokens}" : "")}");
        return $"{Kind(result.Kind)}, {shown}";
    }

    private static string Kind(AgentResultKind kind) => kind switch
    {
        AgentResultKind.List => "a list without texts",
        AgentResultKind.Texts => "texts",
        AgentResultKind.Report => "a report",
        _ => "one object",
    };
}
