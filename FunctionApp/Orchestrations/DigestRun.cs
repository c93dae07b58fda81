using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations;

/// <summary>One run of <see cref="CaseDigest"/>.</summary>
/// <param name="context">The run.</param>
/// <param name="query">Which cases.</param>
internal sealed class DigestRun(TaskOrchestrationContext context, DigestQuery query)
{
    /// <summary>How many cases a batch reads: so many whole histories are one run's history at most.</summary>
    public const int BatchSize = 25;

    private const int BatchesAtOnce = 4;

    private RunUsage _usage = new();
    private readonly List<ReportProblem> _problems = [];
    private int _done;

    /// <summary>Digests.</summary>
    /// <returns>The digest.</returns>
    public async Task<DigestReport> RunAsync()
    {
        context.SetCustomStatus(new RunStatus { Phase = "listing the cases" });
        var found = await SubAsync<DigestCases>(nameof(CaseDigestList), query, "list");
        _usage = _usage.Plus(found.Usage);
        Tell(found.Cases.Count);
        var batches = found.Cases.Chunk(BatchSize).Select((cases, index) => (Cases: cases, Number: index + 1)).ToList();
        var read = await BoundedFanOut.RunAsync(batches, BatchesAtOnce, async batch =>
        {
            var entries = await ReadAsync(batch.Cases, batch.Number);
            _done += entries.Count;
            Tell(found.Cases.Count);
            return entries;
        });
        List<DigestEntry> entries = [.. read.SelectMany(batch => batch)];
        context.SetCustomStatus(new RunStatus { Phase = "done", Done = entries.Count, Total = entries.Count });
        return new()
        {
            Query = query,
            Cases = entries,
            Totals = Totals(entries),
            Usage = _usage,
            Problems = found.Problem is { } problem ? [problem, .. _problems] : _problems,
        };
    }

    // A batch that fails as a whole costs its own cases and no others.
    private async Task<IReadOnlyList<DigestEntry>> ReadAsync(IReadOnlyList<DigestCase> cases, int number)
    {
        try
        {
            var batch = await SubAsync<DigestBatch>(nameof(CaseDigestBatch), cases, $"batch-{number}");
            _usage = _usage.Plus(batch.Usage);
            _problems.AddRange(batch.Problems.Except(_problems));
            return batch.Entries;
        }
        catch (RunFailedException failure)
        {
            return
            [
                .. cases.Select(unread => new DigestEntry
                {
                    Id = unread.Id,
                    OpenedAt = unread.OpenedAt,
                    Problem = new() { Type = ProblemTypes.Refused(Truto.ToolErrorKind.Other), Detail = $"Case {unread.Id} could not be read: {failure.Message}" },
                }),
            ];
        }
    }

    private async Task<T> SubAsync<T>(TaskName flow, object input, string name)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<T>(flow, input, new SubOrchestrationOptions { InstanceId = $"{context.InstanceId}-{name}" });
        }
        catch (TaskFailedException failure)
        {
            throw new RunFailedException(failure.FailureDetails.ErrorMessage, failure);
        }
    }

    private void Tell(int total) => context.SetCustomStatus(new RunStatus { Phase = "reading the cases", Done = _done, Total = total });

    private static DigestTotals Totals(List<DigestEntry> entries) => new()
    {
        Cases = entries.Count,
        Unread = entries.Count(entry => entry.Problem is not null),
        WaitingForTeam = entries.Count(WaitsForTeam),
        WaitingForCustomer = entries.Count(entry => entry.Waiting?.On == WaitingOn.Customer),
        Unanswered = entries.Count(entry => entry is { Problem: null, LastRep: null }),
        ByRep =
        [
            .. entries.Where(entry => entry.LastRep is not null).GroupBy(entry => entry.LastRep!.Id)
                .Select(group => new DigestRepTotal
                {
                    Id = group.Key,
                    Name = group.Select(entry => entry.LastRep!.Name).FirstOrDefault(name => name is not null),
                    Cases = group.Count(),
                    WaitingForTeam = group.Count(WaitsForTeam),
                })
                .OrderByDescending(total => total.Cases).ThenBy(total => total.Id.Value),
        ],
    };

    private static bool WaitsForTeam(DigestEntry entry) => entry.Waiting?.On == WaitingOn.Team;
}
