using FuseDeskFlows.Activities.Agent.Answers;
using FuseDeskFlows.Activities.Agent.Start;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>What a run has asked, called and found so far.</summary>
internal sealed class AgentTranscript(AgentRequest request)
{
    private readonly List<AgentTurn> _turns = [];
    private readonly List<ReportProblem> _problems = [];
    private AgentAnswer? _answer;

    /// <summary>The turns, those of the run that this one continues included.</summary>
    public IReadOnlyList<AgentTurn> Turns => _turns;

    /// <summary>How many tokens the model has read and written in this run.</summary>
    public long Tokens => Own.Sum(turn => turn.TokensRead + turn.TokensWritten);

    private IEnumerable<AgentTurn> Own => _turns.Where(turn => turn.Number > 0);

    /// <summary>Begins with what an earlier run has asked and found.</summary>
    public void Continue(IReadOnlyList<AgentTurn> turns) => _turns.AddRange(turns.Select(turn => turn with { Number = 0 }));

    public static AgentTurn Begin(int number, string? asked, AgentTurnOutcome outcome, DateTimeOffset at) => new()
    {
        Number = number,
        Asked = asked,
        Text = outcome.Text,
        At = at,
        TokensRead = outcome.TokensRead,
        TokensWritten = outcome.TokensWritten,
        ReplacedResults = outcome.ReplacedResults,
        LeftOutTurns = outcome.LeftOutTurns,
    };

    public void Add(AgentTurn turn) => _turns.Add(turn);

    /// <summary>Adds a problem, if there is one and it is new.</summary>
    public void Add(ReportProblem? problem)
    {
        if (problem is not null && !_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Takes what of an answer can be relied on.</summary>
    public void Accept(AgentAnswerCheckResult check, string model)
    {
        _answer = check.Statements.Count > 0 ? new() { Statements = check.Statements, WrittenBy = model } : null;
        if (check.Faults.Count > 0)
        {
            Add(AgentTexts.LeftOut(check.Faults, check.Statements.Count));
        }
    }

    public AgentReport ToReport(AgentSettings settings, FlowContext flow, RunUsage children)
    {
        var (read, written) = (Own.Sum(turn => turn.TokensRead), Own.Sum(turn => turn.TokensWritten));
        return new()
        {
            Prompt = request.Prompt!,
            Continues = request.ContinueFrom,
            Answer = _answer,
            Tools = [.. settings.Tools.Select(tool => tool.Name)],
            Turns = Turns,
            Waits = [.. flow.Waits.Select(wait => new AgentWait { From = wait.From, To = wait.To, ForModel = wait.Model })],
            Cost = new()
            {
                InputTokens = read,
                OutputTokens = written,
                Amount = settings is { PricePerMillionInputTokens: { } input, PricePerMillionOutputTokens: { } output }
                    ? ((read * input) + (written * output)) / 1_000_000
                    : null,
            },
            Usage = flow.Usage.Add(children),
            Problems = ReportProblem.WithOutOfQuotaOnce([.. _problems, .. ReadingProblems().Distinct().Except(_problems)]),
        };
    }

    // What is read on belongs to another call.
    private static bool IsOwn(AgentCall call, AgentResult result) => string.Equals(call.Id, result.Handle, StringComparison.Ordinal);

    private IEnumerable<ReportProblem> ReadingProblems()
    {
        var calls = _turns.SelectMany(turn => turn.Calls).ToList();
        var unread = calls.Where(call => call.Result is { Kind: AgentResultKind.List } list && IsOwn(call, list))
            .GroupBy(call => call.Tool, StringComparer.Ordinal)
            .Where(list => list.Last().Result!.HasNextPage)
            .Select(list => AgentTexts.MorePages(list.Key));
        return [.. calls.SelectMany(call => call.Result?.Problems ?? []), .. unread];
    }
}
