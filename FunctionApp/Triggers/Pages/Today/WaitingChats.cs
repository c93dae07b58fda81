using System.Text.Json;
using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Pages.Today;
using FuseDeskFlows.Triggers.Pages.Runs;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;

namespace FuseDeskFlows.Triggers.Pages.Today;

/// <summary>The chats in which a customer waits, by the newest audit of each department.</summary>
internal static class WaitingChats
{
    // The newest audit's run may have been purged; one of the few before it may be there.
    private const int Tries = 3;

    /// <summary>Reads them, the longest wait first.</summary>
    /// <returns>The chats, and when the oldest of the audits looked; null if none has reported.</returns>
    public static async Task<(IReadOnlyList<WaitingChat> Chats, DateTimeOffset? AsOf)> ReadAsync(
        DurableTaskClient client, ReportCache reports, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var chats = new List<WaitingChat>();
        DateTimeOffset? asOf = null;
        var filter = new EntityQuery { InstanceIdStartsWith = $"@{DepartmentAudit.Name}@", IncludeState = true };
        await foreach (var entity in client.Entities.GetAllEntitiesAsync<DepartmentAuditState>(filter).WithCancellation(cancellationToken))
        {
            if (entity.IncludesState && await ReadAsync(client, reports, entity.State, cancellationToken) is var (report, runId))
            {
                asOf = asOf < report.CheckedAt ? asOf : report.CheckedAt;
                chats.AddRange(report.Chats
                    .Where(chat => string.Equals(chat.Department.Name, entity.State.Department, StringComparison.OrdinalIgnoreCase))
                    .Select(chat => new WaitingChat(chat, MinutesOf(chat, now), runId)));
            }
        }

        return ([.. chats.OrderByDescending(waiting => waiting.Minutes ?? -1)], asOf);
    }

    private static async Task<(AuditReport Report, string RunId)?> ReadAsync(
        DurableTaskClient client, ReportCache reports, DepartmentAuditState department, CancellationToken cancellationToken)
    {
        foreach (var entry in department.Index.Take(Tries))
        {
            var run = await client.GetInstanceAsync(entry.RunId, getInputsAndOutputs: false, cancellationToken);
            if (run is { RuntimeStatus: OrchestrationRuntimeStatus.Completed }
                && await reports.GetAsync(client, run, Read, cancellationToken) is { } report)
            {
                return (report, entry.RunId);
            }
        }

        return null;
    }

    private static AuditReport? Read(OrchestrationMetadata run) =>
        run.SerializedOutput is { } output ? JsonSerializer.Deserialize<AuditReport>(output) : null;

    private static int? MinutesOf(EscalatedChat chat, DateTimeOffset now) =>
        chat.WaitingSince is { } since ? Math.Max(0, (int)(now - since).TotalMinutes) : chat.WaitingMinutes;
}
