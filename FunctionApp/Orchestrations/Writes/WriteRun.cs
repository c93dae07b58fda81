using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Activities.Writes.Settings;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Writes.Targets;
using FuseDeskFlows.Orchestrations.Writes.Words;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.Unicode;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>The steps of one write.</summary>
internal sealed class WriteRun
{
    private const int Steps = 3;

    private readonly TaskOrchestrationContext _context;
    private readonly ToolWriteRequest _request;
    private readonly WriteSettings _settings;
    private readonly FlowContext _flow;
    private readonly WriteProposer _proposer;
    private readonly WriteApproval _approval;
    private readonly List<ReportApproval> _decisions = [];
    private readonly List<ReportProblem> _problems = [];
    private readonly WriteSender _sender;
    private ProposedWrite? _proposed;

    public WriteRun(TaskOrchestrationContext context, ToolWriteRequest request, WriteSettings settings)
    {
        (_context, _request, _settings) = (context, request, settings);
        _flow = new(context, Steps, parent: request.Parent);
        _proposer = new(_flow, request, settings);
        _approval = new(context, _flow, PlanAsync);
        _sender = new(_flow, request.RunId, settings.ReadBackDelay);
    }

    /// <returns>What became of it.</returns>
    public async Task<WriteReport> RunAsync()
    {
        WriteReport report;
        try
        {
            report = await ProposeAndWriteAsync();
        }
        catch (OutOfQuotaException failure)
        {
            report = Refused(ReportProblem.ForOutOfQuota(failure.Facts));
        }
        catch (RunFailedException failure)
        {
            report = Refused(new() { Type = ProblemTypes.Refused(ToolErrorKind.Unavailable), Detail = failure.Message });
        }

        _flow.CompleteSteps();
        report = WithDoubt(report);
        var whole = report with
        {
            Approval = _decisions.LastOrDefault(),
            Decisions = _decisions,
            Problems = [.. _problems, .. report.Problems],
            Usage = _flow.Usage,
        };
        return whole with { Text = WriteTexts.Text(whole) };
    }

    private WriteReport Refused(ReportProblem problem) => _proposed is { } proposed
        ? WriteReportBuilder.Of(proposed, WriteOutcome.Refused, problem)
        : WriteReportBuilder.Refused(_request.Tool, problem);

    // However it ended: what was sent, and was not found since, may have been carried out.
    private WriteReport WithDoubt(WriteReport report) =>
        report.Outcome is WriteOutcome.Refused or WriteOutcome.Rejected or WriteOutcome.Expired or WriteOutcome.Stopped
        && _proposed is { } proposed && _sender.Doubt(proposed.Plan) is { } doubt
            ? report with { Outcome = WriteOutcome.Unknown, Problems = [doubt, .. report.Problems] }
            : report;

    private async Task<WriteReport> ProposeAndWriteAsync()
    {
        if (_request.IsByAgent && !_settings.AllowAgents)
        {
            return WriteReportBuilder.Refused(_request.Tool, WriteProblems.NotAllowed());
        }

        var plan = await PlanAsync(_request.Arguments);
        if (plan.Faults.Count > 0)
        {
            return WriteReportBuilder.Refused(plan.Tool, [.. plan.Faults.Select(WriteProblems.InvalidArgument)]);
        }

        _flow.StartStep($"reading {plan.Target}");
        var read = plan.CanRead ? await new WriteTargetLookup(_flow).ReadAsync(plan, plan.Id!) : new();
        var target = SafeText.Capitalise(plan.Target);
        return read.Error is { } error
            ? WriteReportBuilder.Refused(plan.Tool, ReportProblem.ForRefusedCall(target, error)) with { Target = plan.Target }
            : await DecideAndWriteAsync(plan, read.Value);
    }

    private async Task<WriteReport> DecideAndWriteAsync(WritePlan plan, WriteTarget? target)
    {
        var proposed = _proposed = await _proposer.ProposeAsync(plan, target, round: 1);
        while (true)
        {
            if (proposed.Refusal is { } refusal)
            {
                return WriteReportBuilder.Of(proposed, WriteOutcome.Refused, refusal);
            }

            if (proposed.Target is { } basis && WriteVerifier.IsAlreadySo(proposed.Plan, basis))
            {
                return WriteReportBuilder.Of(proposed, WriteOutcome.AlreadySo);
            }

            _flow.StartStep("waiting for approval");
            proposed = _proposed = await DecideAsync(proposed);
            if (!_decisions[^1].Approved)
            {
                return WriteReportBuilder.Of(proposed, _decisions[^1].By is null ? WriteOutcome.Expired : WriteOutcome.Rejected);
            }

            if (proposed.Refusal is { } refusalOfEdited)
            {
                return WriteReportBuilder.Of(proposed, WriteOutcome.Refused, refusalOfEdited);
            }

            _flow.StartStep($"writing {plan.Target}");
            var sent = await _sender.SendAsync(proposed.Plan, proposed.Target);
            if (sent.Changed is not { } now)
            {
                return WriteReportBuilder.Of(proposed, sent);
            }

            _problems.Add(WriteProblems.ChangedAfterApproval(plan, _decisions[^1].By, Fields(proposed, now), sent.Attempts));
            proposed = _proposed =
                await _proposer.ProposeAsync(proposed.Plan, now, proposed.Proposal.Round + 1, before: proposed.Target);
            _flow.AddStep();
            _flow.AddStep();
        }
    }

    private static IReadOnlyList<string> Fields(ProposedWrite proposed, WriteTarget now) =>
        TargetComparison.Differences(proposed.Plan, proposed.Target!, now);

    private async Task<ProposedWrite> DecideAsync(ProposedWrite proposed)
    {
        if (_request.Approve && proposed.Proposal.Round == 1)
        {
            _decisions.Add(new()
            {
                Id = _context.InstanceId,
                Approved = true,
                By = _request.By,
                IdentifiedBy = _request.IdentifiedBy,
                At = _flow.UtcNow,
                Reason = _request.Reason,
                Hash = proposed.Proposal.Hash,
            });
            return proposed;
        }

        var (decision, plan) = await _approval.DecideAsync(proposed);
        if (decision.EditedArguments is not null)
        {
            proposed = await _proposer.ProposeAsync(plan, proposed.Target, proposed.Proposal.Round);
            decision = decision with { EditedHash = proposed.Proposal.Hash };
        }

        _decisions.Add(decision);
        return proposed;
    }

    private Task<WritePlan> PlanAsync(string arguments) => _flow.CallActivityAsync<WritePlan>(
        PlanWriteActivity.Name, new PlanWriteInput { Tool = _request.Tool, Arguments = arguments, WriteId = _context.InstanceId });
}
