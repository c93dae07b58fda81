using FuseDeskFlows.Activities.Writes.Settings;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Writes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>
/// One write to FuseDesk: proposed with its exact arguments and what they change, approved by a person, compared once more with what she
/// saw, sent at most once, and read back.
/// </summary>
public static class ToolWrite
{
    /// <summary>The flow's name, as it is stored, and as lists of runs tell it.</summary>
    public const string Name = "ToolWrite";

    /// <summary>The name of the event that brings a decision; its payload is an <see cref="ApprovalDecision"/>.</summary>
    public const string DecisionEvent = "decision";

    /// <summary>The call id of a write that is a run of its own.</summary>
    public const string OwnCall = "write";

    /// <summary>The instance of an agent's write.</summary>
    /// <param name="runId">The agent's run.</param>
    /// <param name="callId">Which of its calls: letters, digits and hyphens.</param>
    public static string IdOf(string runId, string callId) => $"{runId}-write-{callId}";

    /// <summary>Where a proposal is stored, since a status is too small for it.</summary>
    /// <param name="writeId">The write's instance.</param>
    /// <param name="round">Which proposal.</param>
    public static string ProposalIdOf(string writeId, int round) => $"{writeId}-proposal-{round}";

    /// <summary>Runs the flow.</summary>
    /// <param name="context">The run; its input is a <see cref="ToolWriteRequest"/>.</param>
    /// <returns>What became of the write. It does not fail for what may be expected.</returns>
    /// <exception cref="RunFailedException">The input cannot be read, or an activity failed unexpectedly before anything was
    /// sent.</exception>
    [Function(Name)]
    public static Task<WriteReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return RunTelemetry.TrackAsync(context, async () =>
        {
            var request = context.ReadInput<ToolWriteRequest>()
                ?? throw new RunFailedException("The input must have a tool and arguments.");
            Check(request);
            var settings = await context.CallActivityWithRetryAsync<WriteSettings>(ReadWriteSettingsActivity.Name, context.InstanceId);
            return await new WriteRun(context, request, settings).RunAsync();
        });
    }

    private static void Check(ToolWriteRequest request)
    {
        if (request is { IsByAgent: true } and ({ RunId: null } or { CallId: null }))
        {
            throw new RunFailedException("The input's runId and callId belong together: an agent's write has both.");
        }

        if (request is { IsByAgent: true, Approve: true })
        {
            throw new RunFailedException(
                "The input's approve is for a person's own request; what an agent proposes is approved by somebody else.");
        }

        if (request.Approve && string.IsNullOrWhiteSpace(request.By))
        {
            throw new RunFailedException("The input's by must name the person who approves.");
        }
    }
}
