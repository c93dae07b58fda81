using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.Unicode;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>The child of <see cref="CaseDigest"/> that reads a batch of cases: whole histories go in, lines come out.</summary>
public static class ReadDigestBatchOrchestration
{
    /// <summary>The orchestration's name, as it is stored.</summary>
    public const string Name = "ReadDigestBatch";

    private const int CasesAtOnce = 2;

    /// <summary>Runs the orchestration.</summary>
    /// <param name="context">The run; its input is a <see cref="ReadDigestBatchInput"/>.</param>
    /// <returns>An entry for each case.</returns>
    [Function(Name)]
    public static Task<ReadDigestBatchResult> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunTelemetry.TrackAsync(context, () => ReadBatchAsync(context));

    private static async Task<ReadDigestBatchResult> ReadBatchAsync(TaskOrchestrationContext context)
    {
        var request = context.ReadInput<ReadDigestBatchInput>() ?? new();
        var cases = request.Cases;
        var flow = new FlowContext(context, steps: 1, background: true, request.Parent);
        flow.StartStep($"reading {ReportText.Count(cases.Count, "case")} and writing their lines");
        flow.ExpectCalls(cases.Count);
        flow.ModelLimiter.ExpectCalls(cases.Count);
        var language = new WritingCalls(flow);
        var problems = new List<ReportProblem>();
        var entries = await BoundedFanOut.RunAsync(cases, CasesAtOnce, listed => ReadAsync(flow, language, problems, listed));
        var reps = await new DirectoryLookup(flow).PeekAsync(
            entries.Select(entry => entry.LastRep).OfType<ReportRep>().Select(rep => rep.Id), []);
        flow.CompleteSteps();
        return new()
        {
            Entries = [.. entries.Select(entry => entry with { LastRep = reps.Name(entry.LastRep) })],
            Problems = [.. problems.Distinct(), .. flow.Gaps.Problems],
            Waits = flow.Waits,
            Usage = flow.Usage,
        };
    }

    private static async Task<DigestEntry> ReadAsync(
        FlowContext flow, WritingCalls language, List<ReportProblem> problems, DigestCaseRef listed)
    {
        var answer = await TolerantCalls.CallOrErrorAsync(ToolNames.GetCase, () => flow.CallToolAsync<Case>(ToolNames.GetCase, listed.Id));
        if (answer.Value is not { } supportCase)
        {
            return new() { Id = listed.Id, OpenedAt = listed.OpenedAt, Problem = answer.Problem($"Case {listed.Id}") };
        }

        var shown = ReportCase.From(supportCase);
        var last = CaseHistoryFacts.LastAnswerByRep(supportCase);
        var entry = new DigestEntry
        {
            Id = shown.Id,
            Number = shown.Number,
            Status = shown.Status,
            Subject = shown.Subject is { } subject ? SafeText.Shorten(subject, 120) : null,
            OpenedAt = shown.OpenedAt ?? listed.OpenedAt,
            Waiting = Waiting.InCase(supportCase),
            LastRep = last is null ? null : new() { Id = last.RepId!.Value, Name = last.AuthorName, AnsweredAt = last.At },
            HasGaps = supportCase.Gaps is not null,
        };
        problems.AddRange(new[] { UncertainTexts.ProblemOf(supportCase) }.OfType<ReportProblem>());
        if (supportCase is { Gaps: not null, History: [] })
        {
            return entry with
            {
                Problem = new() { Type = ProblemTypes.NoLine, Detail = $"The history of case {shown.Id} could not be read." },
            };
        }

        try
        {
            var line = await language.DigestLineAsync(supportCase);
            problems.AddRange(line.Problems);
            return entry with { Line = line.Text is { } text ? new() { Text = text.Text, WrittenBy = text.WrittenBy } : null };
        }
        catch (RunFailedException failure)
        {
            return entry with { Problem = new() { Type = ProblemTypes.NoLine, Detail = failure.Message } };
        }
    }
}
