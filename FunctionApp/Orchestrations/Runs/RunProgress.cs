using FuseDeskFlows.Reports.Runs;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>Tells through a run's custom status how far it is and what it waits for.</summary>
/// <param name="context">The run.</param>
/// <param name="steps">How many steps it has.</param>
internal sealed class RunProgress(TaskOrchestrationContext context, int steps)
{
    private RunStatus? _status;
    private int _total = steps;

    /// <summary>Begins a step; the one before it is done.</summary>
    /// <param name="phase">What the run does in it.</param>
    public void Begin(string phase) =>
        Set(new() { Phase = phase, Done = _status is null ? 0 : _status.Done + 1, Total = _total });

    /// <summary>Adds a step that was not foreseen.</summary>
    public void AddStep() => _total++;

    /// <summary>Ends the last step.</summary>
    public void Finish() => Set(new() { Phase = "done", Done = _total, Total = _total });

    /// <summary>Tells of a wait.</summary>
    /// <param name="waiting">Until when and for what.</param>
    public void Wait(RunWaitView waiting) => Set((_status ?? NotBegun()) with { Waiting = waiting });

    /// <summary>Ends the wait.</summary>
    public void Resume() => Set((_status ?? NotBegun()) with { Waiting = null });

    private RunStatus NotBegun() => new() { Phase = "starting", Total = _total };

    private void Set(RunStatus status)
    {
        _status = status;
        context.SetCustomStatus(status);
    }
}
