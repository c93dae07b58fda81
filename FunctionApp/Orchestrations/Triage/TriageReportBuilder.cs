using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Triage;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>What a triage has learned so far: the report as it grows, and what could not be learned.</summary>
internal sealed class TriageReportBuilder
{
    private readonly List<ReportProblem> _problems = [];

    /// <summary>The report, without problems, cost and next step.</summary>
    public TriageReport Report { get; set; } = new();

    public void Add(params IEnumerable<ReportProblem> problems) => _problems.AddRange(problems);

    /// <summary>The report as far as it has come.</summary>
    public TriageReport Build(FlowContext flow)
    {
        var usage = Report.Timeline is { } timeline ? flow.Usage.Add(timeline.Usage) : flow.Usage;
        var report = Report with { Usage = usage, Problems = [.. _problems, .. flow.Gaps.Problems] };
        return report with { NextStep = NextStep.For(report) };
    }
}
