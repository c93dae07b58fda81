using FuseDeskFlows.Activities.Agent.Answers;
using FuseDeskFlows.Activities.Agent.Start;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Shared;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>One run of <see cref="AgentRun"/>: turn after turn, until there is an answer or a reason to end.</summary>
internal sealed class AgentLoop(TaskOrchestrationContext context, AgentRequest request)
{
    private const int Corrections = 1;

    private readonly FlowContext _flow = new(context, steps: 1);
    private readonly AgentTranscript _transcript = new(request);
    private AgentSettings _settings = new();
    private AgentCalls? _calls;

    public Task<AgentReport> RunAsync() => PartialReports.RunOrStoreAsync(context, _flow, parent: null, AnswerAsync, SoFar);

    private async Task<AgentReport> AnswerAsync()
    {
        var began = context.UtcNow();
        await BeginAsync();
        var (asked, step, corrections) = (request.Prompt, 0, 0);
        var turns = new AgentTurns(_flow, _settings);
        while (true)
        {
            step++;
            var end = EndingReason(step, context.UtcNow() - began);
            _transcript.Add(end);
            var outcome = await turns.AskAsync(_transcript.Turns, asked, mustAnswer: end is not null, step);
            if (outcome.Fault is { } fault)
            {
                _transcript.Add(new ReportProblem { Type = fault.Type, Detail = fault.Detail });
                break;
            }

            var turn = AgentTranscript.Begin(step, asked, outcome, context.UtcNow());
            asked = null;
            if (outcome.ToolCalls.Count > 0)
            {
                var made = await _calls!.MakeAsync(outcome.ToolCalls, _transcript.Turns, allowed: end is null, outcome.Text);
                _transcript.Add(turn with { Calls = made });
                if (end is null || corrections++ < Corrections)
                {
                    asked = end is null ? null : AgentTexts.AnswerNow;
                    continue;
                }

                break;
            }

            _transcript.Add(turn);
            var check = await CheckAsync(outcome);
            if (check.Faults.Count > 0 && corrections++ < Corrections)
            {
                asked = AgentTexts.NotAccepted(check.Faults);
                continue;
            }

            _transcript.Accept(check, _settings.Model);
            break;
        }

        _flow.CompleteSteps();
        return Report();
    }

    private async Task BeginAsync()
    {
        _flow.StartStep("finding the tools");
        _settings = await _flow.CallActivityAsync<AgentSettings>(
            ReadAgentSettingsActivity.Name, new AgentSettingsRequest { Tools = request.Tools, AllowWrites = request.AllowWrites });
        if (_settings.Fault is { } fault)
        {
            throw new RunFailedException(fault);
        }

        _transcript.Add(AgentTexts.Missing(_settings.Missing));
        if (request.ContinueFrom is { } earlier)
        {
            var loaded = await _flow.CallActivityAsync<EarlierRun>(LoadEarlierRunActivity.Name, earlier);
            _transcript.Continue(loaded.Fault is null ? loaded.Turns : throw new RunFailedException($"continueFrom: {loaded.Fault}"));
        }

        _calls = new(context, _flow, _settings, firstHandle: _transcript.Turns.Sum(turn => turn.Calls.Count) + 1);
    }

    // Why the model must answer now; null if it may go on.
    private ReportProblem? EndingReason(int step, TimeSpan elapsed) =>
        _calls!.IsLoop ? AgentTexts.Loop
        : _transcript.Tokens >= _settings.RunTokens ? AgentTexts.OutOfTokens(_settings.RunTokens)
        : _calls.Made >= _settings.RunCalls ? AgentTexts.OutOfCalls(_settings.RunCalls)
        : elapsed >= _settings.RunTime ? AgentTexts.OutOfTime(_settings.RunTime)
        : _flow.OutOfQuota is { } quota ? ReportProblem.ForOutOfQuota(quota)
        : step > (request.MaxSteps ?? AgentRequest.DefaultMaxSteps) ? AgentTexts.OutOfSteps(step - 1)
        : null;

    private async Task<AgentAnswerCheckResult> CheckAsync(AgentTurnOutcome outcome)
    {
        _flow.AddStep();
        _flow.StartStep("checking the answer");
        return await _flow.CallActivityAsync<AgentAnswerCheckResult>(CheckAgentAnswerActivity.Name, new AgentAnswerRequest
        {
            Answer = outcome.Text ?? "",
            IsTruncated = outcome.IsTruncated,
            Prompt = request.Prompt!,
            Now = context.UtcNow(),
            Calls = [.. _transcript.Turns.SelectMany(turn => turn.Calls).Where(call => call.Result is not null)],
        });
    }

    private AgentReport Report() => _transcript.ToReport(_settings, _flow, _calls?.ChildUsage ?? new());

    private AgentReport SoFar(ReportProblem problem)
    {
        _transcript.Add(problem);
        return Report();
    }
}
