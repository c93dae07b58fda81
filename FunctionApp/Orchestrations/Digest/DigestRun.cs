using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>One run of <see cref="CaseDigest"/>.</summary>
internal sealed class DigestRun(TaskOrchestrationContext context, DigestQuery query, ParentRun? parent)
{
    /// <summary>How many cases a batch reads: so many whole histories are one run's history at most.</summary>
    public const int BatchSize = 25;

    private const int BatchesAtOnce = 4;

    private readonly List<ReportProblem> _problems = [];
    private readonly List<EndedWait> _waits = [];
    private RunUsage _usage = new();
    private int _casesRead;

    // What its children count to.
    private ParentRun Self =>
        (parent ?? new() { Flow = context.Name.Name }).After(EndedWait.Total(_waits), EndedWait.TotalForModel(_waits));

    /// <exception cref="OutOfQuotaException">
    /// A quota did not come back in time; the digest so far is kept. A child gives it instead, and its run fails.
    /// </exception>
    public async Task<DigestReport> RunAsync()
    {
        context.SetCustomStatus(new RunStatus { Phase = "listing the cases" });
        var found = await CallChildAsync<ListDigestCasesResult>(
            ListDigestCasesOrchestration.Name, new ListDigestCasesInput { Query = query, Parent = Self }, "list");
        _problems.AddRange(found.LeftOut);
        AddUsage(found.Usage, found.Waits);
        ReportProgress(found.Cases.Count);
        var batches = found.Cases.Chunk(BatchSize).Select((cases, index) => (Cases: cases, Number: index + 1)).ToList();
        var read = await BoundedFanOut.RunAsync(batches, BatchesAtOnce, async batch =>
        {
            var entries = await ReadAsync(batch.Cases, batch.Number);
            _casesRead += entries.Count;
            ReportProgress(found.Cases.Count);
            return entries;
        });
        var report = Report([.. read.SelectMany(batch => batch)], found.Problem);
        if (parent is null && _usage.OutOfQuota is { } outOfQuota)
        {
            await PartialReports.StoreAsync(context, report);
            throw new OutOfQuotaException(outOfQuota);
        }

        context.SetCustomStatus(new RunStatus { Phase = "done", Done = report.Cases.Count, Total = report.Cases.Count });
        return report;
    }

    private ReportProblem? OutOfQuotaProblem => _usage.OutOfQuota is { } outOfQuota ? ReportProblem.ForOutOfQuota(outOfQuota) : null;

    private DigestReport Report(IReadOnlyList<DigestEntry> entries, ReportProblem? unlisted) => new()
    {
        Query = query,
        Cases = entries,
        Totals = DigestTotals.From(entries),
        Usage = _usage with { WaitedSeconds = Math.Round(EndedWait.Total(_waits).TotalSeconds, 1) },
        Problems = [.. new[] { unlisted, OutOfQuotaProblem }.OfType<ReportProblem>(), .. _problems],
    };

    // A batch that fails as a whole costs its own cases and no others. Once one could not wait any longer, none could.
    private async Task<IReadOnlyList<DigestEntry>> ReadAsync(IReadOnlyList<DigestCaseRef> cases, int number)
    {
        if (OutOfQuotaProblem is { } before)
        {
            return [.. cases.Select(unread => Unread(unread, before))];
        }

        try
        {
            var batch = await CallChildAsync<ReadDigestBatchResult>(
                ReadDigestBatchOrchestration.Name, new ReadDigestBatchInput { Cases = cases, Parent = Self }, $"batch-{number}");
            AddUsage(batch.Usage, batch.Waits);
            _problems.AddRange(batch.Problems.Except(_problems));
            return batch.Entries;
        }
        catch (RunFailedException failure)
        {
            var type = ProblemTypes.Refused(ToolErrorKind.Other);
            return
            [
                .. cases.Select(unread => Unread(
                    unread, new() { Type = type, Detail = $"Case {unread.Id} could not be read: {failure.Message}" })),
            ];
        }
    }

    private static DigestEntry Unread(DigestCaseRef unread, ReportProblem why) =>
        new() { Id = unread.Id, OpenedAt = unread.OpenedAt, Problem = why };

    private async Task<T> CallChildAsync<T>(TaskName orchestration, object input, string name)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<T>(
                orchestration, input, new SubOrchestrationOptions { InstanceId = $"{context.InstanceId}-{name}" });
        }
        catch (TaskFailedException failure)
        {
            throw new RunFailedException(failure.FailureDetails.ErrorMessage, failure);
        }
    }

    private void AddUsage(RunUsage usage, IReadOnlyList<EndedWait> waits)
    {
        _usage = _usage.Add(usage);
        _waits.AddRange(waits);
    }

    private void ReportProgress(int total) =>
        context.SetCustomStatus(new RunStatus { Phase = "reading the cases", Done = _casesRead, Total = total });
}
