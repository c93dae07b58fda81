using System.Text.Json;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>Hands a decision to a write's run, which alone judges which decision counts, and waits for what it makes of it.</summary>
internal static class DecisionDelivery
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Finds what speaks against a decision before it is sent; null if nothing does.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="id">The run that had proposed the write.</param>
    /// <param name="write">The write's instance, with its output.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="now">When it came.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public static async Task<ProblemDetails?> FindProblemAsync(
        DurableTaskClient client,
        string id,
        OrchestrationMetadata write,
        ApprovalDecision decision,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        FindProblem(write, decision, now)
        ?? (await PendingApprovals.IsAliveAsync(client, write.InstanceId, id, cancellationToken) ? null
            : ApprovalProblem.RunStopped(id));

    /// <summary>Sends a decision and waits until the run has taken it or not.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="asked">The write's instance, as it was when the decision was found to be on what is proposed.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="time">The clock by which the waiting ends.</param>
    /// <param name="cancellationToken">Ends the waiting; the decision stands.</param>
    /// <returns>Whether the run has taken it; what it has against it. Neither, if it has not come to it in time.</returns>
    public static async Task<(bool Taken, ProblemDetails? Problem)> SendAsync(
        DurableTaskClient client,
        OrchestrationMetadata asked,
        ApprovalDecision decision,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var writeId = asked.InstanceId;
        decision = decision with { Round = RunMapper.ApprovalOf(asked)?.Round };
        try
        {
            await client.RaiseEventAsync(writeId, ToolWrite.DecisionEvent, decision, cancellationToken);
        }
        catch (RpcException fault) when (fault.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            // The run has ended since it was looked at, as by another's decision: how it ended tells what became of this one.
        }

        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < Patience)
        {
            if (await client.GetInstanceAsync(writeId, getInputsAndOutputs: true, cancellationToken) is not { } write)
            {
                return (false, ApiProblem.RunNotFound(writeId));
            }

            var judged = Judge(write, decision.Id);
            if (judged.Taken || judged.Problem is not null)
            {
                return judged;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        return (false, null);
    }

    private static ProblemDetails? FindProblem(OrchestrationMetadata write, ApprovalDecision decision, DateTimeOffset now)
    {
        if (write.IsCompleted)
        {
            return Ended(write);
        }

        return RunMapper.ApprovalOf(write) switch
        {
            null => ApprovalProblem.NotPending("It is not proposed yet: what it would change is still being read."),
            { Decision: { } taken } => Decided(taken, RunMapper.ApprovalOf(write)!.Deadline),
            { } pending when now >= pending.Deadline => ApprovalProblem.Expired(pending.Deadline),
            { } pending when !string.Equals(pending.Hash, decision.Hash, StringComparison.Ordinal) =>
                ApprovalProblem.HashDiffers(pending.Hash),
            _ => null,
        };
    }

    private static (bool Taken, ProblemDetails? Problem) Judge(OrchestrationMetadata write, string id)
    {
        var approval = RunMapper.ApprovalOf(write);
        if (approval?.Taken.Contains(id, StringComparer.Ordinal) is true)
        {
            return (true, null);
        }

        if (approval?.Refused.FirstOrDefault(refused => string.Equals(refused.Id, id, StringComparison.Ordinal)) is { } refusal)
        {
            return (false, ApprovalProblem.Refused(refusal.Why));
        }

        return approval is { Decision: { } other } ? (false, Decided(other, approval.Deadline))
            : (false, write.IsCompleted ? Ended(write) : null);
    }

    private static ProblemDetails Ended(OrchestrationMetadata write)
    {
        var report = write is { RuntimeStatus: OrchestrationRuntimeStatus.Completed, SerializedOutput: { } json }
            ? JsonSerializer.Deserialize<WriteReport>(json)
            : null;
        return report?.Approval is { } decision
            ? Decided(decision, decision.At)
            : report is null ? ApprovalProblem.RunStopped(write.InstanceId)
            : ApprovalProblem.NotPending(report.Text);
    }

    private static ProblemDetails Decided(ReportApproval decision, DateTimeOffset deadline) =>
        decision.By is null ? ApprovalProblem.Expired(deadline) : ApprovalProblem.Decided(decision);
}
