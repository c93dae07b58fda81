using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Orchestrations.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>
/// Posts a report to the webhook, never twice: it tries again only where the report surely did not arrive, with growing pauses, and gives
/// up where nothing tells.
/// </summary>
public static class AuditDeliveryOrchestration
{
    /// <summary>The flow's name, as it is stored, and as lists of runs tell it.</summary>
    public const string Name = AuditFlowNames.Delivery;

    /// <summary>How often it is tried: with the pauses, for about a day.</summary>
    public const int MaxAttempts = 30;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MaxPause = TimeSpan.FromHours(1);

    /// <summary>Runs the delivery.</summary>
    /// <param name="context">The run; its input is a <see cref="AuditDeliveryRequest"/>.</param>
    /// <returns>How many attempts it took.</returns>
    /// <exception cref="RunFailedException">The report was not delivered, or nothing tells whether it was.</exception>
    [Function(Name)]
    public static Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunTelemetry.TrackAsync(context, () => DeliverAsync(context));

    private static async Task<int> DeliverAsync(TaskOrchestrationContext context)
    {
        var request = context.ReadInput<AuditDeliveryRequest>() ?? throw new RunFailedException("The input must have the body to post.");
        var progress = new RunProgress(context, MaxAttempts);
        for (var attempt = 1; ; attempt++)
        {
            progress.StartStep("posting the report");
            var outcome = await PostAsync(context, new() { DeliveryId = context.InstanceId, Attempt = attempt, Body = request.Body });
            switch (outcome.State)
            {
                case WebhookPostStatus.Delivered:
                    return attempt;
                case WebhookPostStatus.Later when attempt < MaxAttempts:
                    var until = Until(outcome, attempt, context.UtcNow());
                    progress.ReportWait(new() { Until = until, For = $"the webhook: {outcome.Detail}" });
                    await context.CreateTimer(until.UtcDateTime, CancellationToken.None);
                    break;
                case WebhookPostStatus.Unknown:
                    throw new RunFailedException(
                        $"Nothing tells whether the report arrived: {outcome.Detail}. "
                        + "It is not posted again, so that nobody is told twice.");
                default:
                    throw new RunFailedException($"The report was not delivered: {outcome.Detail}.");
            }
        }
    }

    private static async Task<WebhookPostResult> PostAsync(TaskOrchestrationContext context, PostAuditInput post)
    {
        try
        {
            return await context.CallActivityAsync<WebhookPostResult>(PostAuditActivity.Name, post);
        }
        catch (TaskFailedException failure)
        {
            return WebhookPostResult.Unknown($"{PostAuditActivity.Name} failed ({failure.FailureDetails.ErrorType})");
        }
    }

    private static DateTimeOffset Until(WebhookPostResult outcome, int attempt, DateTimeOffset now)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempt - 1, 20));
        var least = now + (pause < MaxPause ? pause : MaxPause);
        var most = now + TimeSpan.FromDays(1);
        return outcome.RetryAt > least ? (outcome.RetryAt < most ? outcome.RetryAt.Value : most) : least;
    }
}
