using System.Text.Json;
using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Writes;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>
/// How a write waits for a person: the first decision on exactly what is proposed counts, every other one is told why it does not, and the
/// deadline rejects.
/// </summary>
/// <param name="planAsync">Plans the write with other arguments.</param>
internal sealed class WriteApproval(TaskOrchestrationContext context, FlowContext flow, Func<string, Task<WritePlan>> planAsync)
{
    private const int MaxRefused = 5;

    // Whoever sends more that does not count is no person; it must not make the run's history endless.
    private const int MaxArrivals = 200;

    private readonly List<string> _taken = [];
    private readonly List<RefusedDecision> _refused = [];

    /// <summary>Shows a proposal and waits for what becomes of it.</summary>
    /// <returns>The decision, and the plan that it is for: the approver may have changed the arguments.</returns>
    public async Task<(ReportApproval Decision, WritePlan Plan)> DecideAsync(ProposedWrite proposed)
    {
        var proposal = proposed.Proposal;
        await context.CallSubOrchestratorAsync<JsonElement>(
            StorePartialReportOrchestration.Name,
            proposal,
            new SubOrchestrationOptions { InstanceId = ToolWrite.ProposalIdOf(context.InstanceId, proposal.Round) });
        Show(proposed, decision: null);
        using var decided = new CancellationTokenSource();
        var deadline = context.CreateTimer(proposal.Deadline.UtcDateTime, decided.Token);
        for (var arrivals = 0; arrivals < MaxArrivals; arrivals++)
        {
            var arrival = context.WaitForExternalEvent<JsonElement>(ToolWrite.DecisionEvent);
            if (await Task.WhenAny(arrival, deadline) != arrival)
            {
                break;
            }

            if (ApprovalDecision.TryRead(await arrival) is not { } decision)
            {
                continue; // nobody who could be told
            }

            var (plan, why) = await JudgeAsync(decision, proposed);
            if (why is null)
            {
                decided.Cancel();
                _taken.Add(decision.Id);
                var taken = Record(decision, plan, proposal.Hash);
                Show(proposed, taken);
                return (taken, plan);
            }

            _refused.Add(new() { Id = decision.Id, Why = why });
            Show(proposed, decision: null);
        }

        await deadline;
        var expired = new ReportApproval { Id = "deadline", Approved = false, At = flow.UtcNow, Hash = proposal.Hash };
        Show(proposed, expired);
        return (expired, proposed.Plan);
    }

    private async Task<(WritePlan Plan, string? Why)> JudgeAsync(ApprovalDecision decision, ProposedWrite proposed)
    {
        // A target may become what it was before: who was told that somebody else had decided then does not decide now.
        if (!string.Equals(decision.Hash, proposed.Proposal.Hash, StringComparison.Ordinal)
            || (decision.Round ?? proposed.Proposal.Round) != proposed.Proposal.Round)
        {
            return (proposed.Plan, "The hash is not that of what is proposed now: look at the proposal again.");
        }

        if (!decision.Approve || decision.Arguments is null)
        {
            return (proposed.Plan, null);
        }

        var edited = await planAsync(decision.Arguments);
        return edited switch
        {
            { Faults: [var fault, ..] } => (proposed.Plan, $"{fault.Field}: {fault.Fault}"),
            _ when !string.Equals(edited.Id, proposed.Plan.Id, StringComparison.Ordinal) =>
                (proposed.Plan, "arguments.id: Another target is another write. Reject this one and propose that."),
            _ => (edited, null),
        };
    }

    private ReportApproval Record(ApprovalDecision decision, WritePlan plan, string hash) => new()
    {
        Id = decision.Id,
        Approved = decision.Approve,
        By = decision.By,
        IdentifiedBy = decision.IdentifiedBy,
        At = flow.UtcNow,
        Reason = decision.Reason,
        Hash = hash,
        EditedArguments = decision is { Approve: true, Arguments: not null } ? plan.Arguments : null,
    };

    // An agent may ask for the same twice.
    private static string Call(WriteProposal proposal) => proposal.CallId is ToolWrite.OwnCall ? "" : $" ({proposal.CallId})";

    private void Show(ProposedWrite proposed, ReportApproval? decision)
    {
        var proposal = proposed.Proposal;
        var status = new ApprovalStatus
        {
            RunId = proposal.RunId,
            CallId = proposal.CallId,
            Tool = proposal.Tool,
            Hash = proposal.Hash,
            Round = proposal.Round,
            Deadline = proposal.Deadline,
            Decision = decision is null ? null : decision with { EditedArguments = null },
            Taken = [.. _taken],
            Refused = [.. _refused.TakeLast(MaxRefused)],
        };
        flow.ReportApproval(status, decision is null
            ? new() { Until = proposal.Deadline, For = $"a person's approval: {proposed.Action}{Call(proposal)}" }
            : null);
    }
}
