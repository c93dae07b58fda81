using FuseDeskFlows.Activities.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>Posts a report to the webhook, at most once for each attempt.</summary>
public sealed class PostAuditActivity(AuditWebhook webhook)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "post_audit";

    /// <summary>
    /// Posts. An activity whose host dies is run again, and nobody could tell whether the first run had posted: so each attempt is marked
    /// in the store before it is sent, and an attempt that finds its mark sends nothing.
    /// </summary>
    [Function(Name)]
    public async Task<WebhookPostResult> RunAsync(
        [ActivityTrigger] PostAuditInput post,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(client);
        var mark = $"{post.DeliveryId}-{post.Attempt}";
        var marking = await IdempotentStart.StartAsync(client, AuditFlowNames.AttemptMarker, mark, input: null, cancellationToken);
        return marking.Started
            ? await webhook.PostAsync(post.DeliveryId, post.Body, cancellationToken)
            : WebhookPostResult.Unknown("the host stopped while the report was being sent");
    }
}
