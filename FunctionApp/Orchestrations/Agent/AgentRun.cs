using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Agent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>
/// Answers a free question: a model chooses the tools. Each of its turns and each call is a step of its own that is stored once it is done,
/// so that a run that is killed neither asks the model again for what it has answered nor calls again what was called.
/// </summary>
public static class AgentRun
{
    /// <summary>The flow's name, as it is stored, and as lists of runs tell it.</summary>
    public const string Name = EarlierRuns.FlowName;

    /// <summary>Runs the flow.</summary>
    /// <param name="context">The run; its input is an <see cref="AgentRequest"/>.</param>
    /// <exception cref="RunFailedException">The input is wrong, no model is configured, or a step failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">A quota did not come back in the time that the run may wait.</exception>
    [Function(Name)]
    public static Task<AgentReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunTelemetry.TrackAsync(context, () =>
        {
            var request = context.ReadInput<AgentRequest>() ?? new();
            return request.FindFault() is { } fault
                ? throw new RunFailedException(fault.Fault)
                : new AgentLoop(context, request).RunAsync();
        });
}
