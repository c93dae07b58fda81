using FuseDeskFlows.EmbeddedHost.Timers;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>A schedule.</summary>
/// <param name="Expression">The schedule as text, with its settings expanded.</param>
/// <param name="Schedule">The schedule.</param>
/// <param name="RunOnStartup">Whether it also runs when the host starts.</param>
/// <param name="UseMonitor">Whether its state is kept.</param>
internal sealed record TimerFunctionTrigger(string Expression, ITimerSchedule Schedule, bool RunOnStartup, bool UseMonitor) : FunctionTrigger
{
    public override string Describe(string baseAddress) => $"timerTrigger ({Expression})";
}
