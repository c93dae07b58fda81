using System.Text.Json;
using FuseDeskFlows.Entities.CaseEvents;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.CaseEvents;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Pages.Today;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Triggers.Pages.Runs;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;

namespace FuseDeskFlows.Triggers.Pages.Today;

/// <summary>
/// The cases in which a customer waits for the team, by what was read of them in the last day: by triages that somebody asked for or that
/// events caused, and by the newest digest. Of a case that was read several times the last word counts.
/// </summary>
internal static class WaitingCases
{
    private const int MaxTriages = 40;
    private const int MaxEntities = 100;
    private static readonly TimeSpan Period = TimeSpan.FromDays(1);

    /// <summary>Reads them, the longest wait first.</summary>
    /// <returns>The cases; and whether more was read in the last day than is looked through here.</returns>
    public static async Task<(IReadOnlyList<WaitingCase> Cases, bool More)> ReadAsync(
        DurableTaskClient client, NewestRuns newest, ReportCache reports, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (triages, moreTriages) = await ReadTriagesAsync(client, newest, reports, now, cancellationToken);
        var (events, moreEvents) = await ReadEventsAsync(client, now, cancellationToken);
        var read = triages.Concat(events).Concat(await ReadDigestAsync(client, newest, reports, now, cancellationToken));
        return (
            [
                .. read.GroupBy(seen => seen.Case.Id).Select(seen => seen.MaxBy(one => one.Case.AsOf)!)
                    .Where(seen => seen.Waits).Select(seen => seen.Case)
                    .OrderBy(waiting => waiting.Since ?? DateTimeOffset.MaxValue),
            ],
            moreTriages || moreEvents);
    }

    private static async Task<(IEnumerable<SeenCase> Cases, bool More)> ReadTriagesAsync(
        DurableTaskClient client, NewestRuns newest, ReportCache reports, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (runs, next) = await newest.ReadAsync(client, Completed(CaseTriage.Name, "triage-", now), MaxTriages, now, cancellationToken);
        var seen = await Task.WhenAll(runs.Select(run => reports.GetAsync(
            client, run, whole => Read<TriageReport>(whole) is { } report ? Of(report, run) : null, cancellationToken)));
        return (seen.OfType<SeenCases>().SelectMany(one => one.Cases), next is not null);
    }

    private static async Task<IEnumerable<SeenCase>> ReadDigestAsync(
        DurableTaskClient client, NewestRuns newest, ReportCache reports, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (runs, _) = await newest.ReadAsync(client, Completed(CaseDigest.Name, "digest-", now), 1, now, cancellationToken);
        var seen = runs is [var run, ..]
            ? await reports.GetAsync(
                client, run, whole => Read<DigestReport>(whole) is { } report ? Of(report, run) : null, cancellationToken)
            : null;
        return seen?.Cases ?? [];
    }

    private static async Task<(IReadOnlyList<SeenCase> Cases, bool More)> ReadEventsAsync(
        DurableTaskClient client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filter = new EntityQuery
        {
            InstanceIdStartsWith = $"@{LatestCaseTriage.Name}@",
            LastModifiedFrom = now - Period,
            IncludeState = true,
            PageSize = MaxEntities,
        };
        var seen = new List<SeenCase>();
        var pages = client.Entities.GetAllEntitiesAsync<LatestTriageReport>(filter).AsPages();
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            seen.AddRange(page.Values.Where(entity => entity.IncludesState && entity.State is { Report: not null })
                .SelectMany(entity => Of(entity.State.Report!, entity.State.TriagedAt, entity.State.RunId).Cases));
            if (page.ContinuationToken is not null && seen.Count >= MaxEntities)
            {
                return (seen, true);
            }
        }

        return (seen, false);
    }

    private static T? Read<T>(OrchestrationMetadata run)
        where T : class =>
        run.SerializedOutput is { } output ? JsonSerializer.Deserialize<T>(output) : null;

    private static RunFilter Completed(string name, string prefix, DateTimeOffset now) =>
        new() { Name = name, IdPrefix = prefix, Statuses = [OrchestrationRuntimeStatus.Completed], Since = now - Period };

    private static SeenCases Of(TriageReport report, DateTimeOffset asOf, string runId) => new(report.Case is { } supportCase
        ? [Of(supportCase.Id, supportCase.Subject, report.Waiting, report.NextStep, asOf, runId)]
        : []);

    private static SeenCases Of(TriageReport report, OrchestrationMetadata run) => Of(report, run.LastUpdatedAt, run.InstanceId);

    private static SeenCases Of(DigestReport report, OrchestrationMetadata run) => new(
    [
        .. report.Cases.Where(entry => entry.Problem is null).Select(entry =>
            Of(entry.Id, entry.Subject, entry.Waiting, entry.Line?.Text, run.LastUpdatedAt, run.InstanceId)),
    ]);

    private static SeenCase Of(CaseId id, string? subject, Waiting? waiting, string? detail, DateTimeOffset asOf, string runId) =>
        new(waiting?.On == WaitingOn.Team, new(id, subject, waiting?.Since, detail, asOf, runId));

    private sealed record SeenCase(bool Waits, WaitingCase Case);

    private sealed record SeenCases(IReadOnlyList<SeenCase> Cases);
}
