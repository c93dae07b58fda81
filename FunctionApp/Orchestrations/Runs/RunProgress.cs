using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Writes;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>Tells through a run's custom status how far it is and what it waits for.</summary>
internal sealed class RunProgress(TaskOrchestrationContext context, int steps)
{
    private RunStatus? _status;
    private int _total = steps;

    /// <summary>Begins a step; the one before it is done.</summary>
    public void StartStep(string phase) =>
        Set(new() { Phase = phase, Done = _status is null ? 0 : _status.Done + 1, Total = _total, Approval = _status?.Approval });

    /// <summary>Adds a step that was not expected.</summary>
    public void AddStep() => _total++;

    /// <summary>Ends the last step.</summary>
    public void CompleteSteps() => Set(new() { Phase = "done", Done = _total, Total = _total, Approval = _status?.Approval });

    /// <summary>Tells of a wait.</summary>
    /// <param name="waiting">Until when and for what.</param>
    public void ReportWait(PendingWait waiting) => Set((_status ?? NotStarted()) with { Waiting = waiting });

    /// <summary>Ends the wait.</summary>
    public void ClearWait() => Set((_status ?? NotStarted()) with { Waiting = null });

    /// <summary>Tells how far the approval of a write is.</summary>
    /// <param name="waiting">Until when a person can decide; null once she has.</param>
    public void ReportApproval(ApprovalStatus approval, PendingWait? waiting) =>
        Set((_status ?? NotStarted()) with { Approval = approval, Waiting = waiting });

    private RunStatus NotStarted() => new() { Phase = "starting", Total = _total };

    private void Set(RunStatus status)
    {
        _status = status;
        context.SetCustomStatus(status);
    }
}
