using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Reports.Audit;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>Starts the delivery of a report, which may take hours and must not hold up the report itself.</summary>
public sealed class StartAuditDeliveryActivity(IOptions<AuditOptions> options)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "start_audit_delivery";

    private static readonly string[] HostsOfMicrosoft = [".webhook.office.com", ".logic.azure.com", ".api.powerplatform.com"];

    /// <summary>Starts the delivery, once for a report.</summary>
    /// <param name="report">The report, which names the delivery's run.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>True if it was started now, false if it had been before.</returns>
    [Function(Name)]
    public async Task<bool> RunAsync(
        [ActivityTrigger] AuditReport report,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(client);
        var body = AuditNotification.Render(report, FormatOf(options.Value));
        var request = new AuditDeliveryRequest { Body = body };
        return (await IdempotentStart.StartAsync(client, AuditFlowNames.Delivery, report.DeliveryRun!, request, cancellationToken)).Started;
    }

    // Only Teams needs another form; what Slack reads, most receivers do.
    private static NotificationFormat FormatOf(AuditOptions options) => options.WebhookFormat.ToUpperInvariant() switch
    {
        "TEAMS" => NotificationFormat.Teams,
        "SLACK" => NotificationFormat.Slack,
        _ => IsOfMicrosoft(options.WebhookUrl) ? NotificationFormat.Teams : NotificationFormat.Slack,
    };

    private static bool IsOfMicrosoft(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && HostsOfMicrosoft.Any(host => address.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase));
}
