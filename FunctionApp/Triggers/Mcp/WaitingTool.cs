using System.Text.Json;
using FuseDeskFlows.Orchestrations;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Triggers.Audit;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.DurableTask.Client;
using ModelContextProtocol.Protocol;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>Tells who and what waits from what the app knows already.</summary>
internal static class WaitingTool
{
    private const int MaxRuns = 50;

    public static async Task<CallToolResult> GetAsync(FlowTool.ToolCall call)
    {
        if (BodyFields.FindUnknown(call.Arguments.EnumerateObject(), known: []) is { } unknown)
        {
            return ToolResults.Problem(unknown);
        }

        var audit = await AuditEndpoints.FindLatestAsync(call.Client, new(null, null, null), call.CancellationToken);
        var report = audit?.Report?.Deserialize<AuditReport>();
        return ToolResults.Of(
            new WaitingNow
            {
                ChatsCheckedAt = report?.CheckedAt,
                Chats = report?.Chats ?? [],
                AuditRunId = audit?.Id,
                Runs = await RunsAsync(call.Client, call.CancellationToken),
                Next = report is null ? "No audit is at hand: call audit_chats." : "For the chats as they are now, call audit_chats.",
            },
            audit is null ? [] : [RunResources.LinkTo(audit)]);
    }

    private static async Task<IReadOnlyList<RunListItem>> RunsAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        var runs = new List<RunListItem>();
        var filter = new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending], FetchInputsAndOutputs: true);
        await foreach (var instance in client.GetAllInstancesAsync(filter).WithCancellation(cancellationToken))
        {
            if (FlowSettingsValidator.Flows.Contains(instance.Name, StringComparer.Ordinal))
            {
                runs.Add(RunMapper.ToListItem(instance));
            }

            if (runs.Count == MaxRuns)
            {
                break;
            }
        }

        return runs;
    }
}
