using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Shared;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>One run of <see cref="ChatEscalationAudit"/>.</summary>
/// <param name="context">The run.</param>
/// <param name="request">What to audit.</param>
internal sealed class AuditRun(TaskOrchestrationContext context, AuditRequest request)
{
    private const int Steps = 5;

    private readonly FlowContext _tools = new(context, Steps, batch: true);
    private readonly DepartmentLocks _lease = new(context);
    private readonly List<ReportProblem> _problems = [];

    /// <summary>Audits and reports.</summary>
    /// <returns>The report.</returns>
    /// <exception cref="WaitBudgetExceededException">A quota did not come back in time; what was read is kept, but is no audit that later ones go by.</exception>
    public async Task<EscalationReport> RunAsync()
    {
        _tools.Begin("reading the settings");
        var settings = await _tools.RunAsync<AuditSettings>(ReadAuditSettingsActivity.Name, context.InstanceId);
        var names = request.Departments is { Count: > 0 } asked ? asked : settings.Departments;
        var scans = await _lease.AcquireAsync(names, _problems);
        var reading = new AuditChatReader(_tools, scans, _problems);
        try
        {
            return await PartialReports.OrKeepAsync(
                context, _tools, part: null, () => ReportAsync(scans, settings, reading), problem => SoFar(scans, settings, reading, problem));
        }
        catch
        {
            // A department that is not given back would be left alone by every later audit until somebody asks whether this one lives.
            await _lease.ReleaseAsync(scans);
            throw;
        }
    }

    private async Task<EscalationReport> ReportAsync(IReadOnlyList<AuditedDepartment> scans, AuditSettings settings, AuditChatReader reading)
    {
        var findings = await reading.ReadAsync();
        _tools.ThrowIfGaveUp();
        var compose = new EscalationReportBuilder(context.Now(), settings, reading.Reps);
        var report = compose.Report(scans, findings) with { Problems = [.. _problems, .. _tools.LeftOut] };
        await _lease.ReleaseAsync(scans, scan => compose.End(context.InstanceId, scan, report, findings));
        if (settings.Posts && report.Chats.Count + report.Resolved.Count > 0)
        {
            report = report with { DeliveryRun = $"{context.InstanceId}-delivery" };
            await _tools.RunAsync<bool>(StartAuditDeliveryActivity.Name, report);
        }

        _tools.Finish();
        return report with { Usage = _tools.Usage };
    }

    private EscalationReport SoFar(IReadOnlyList<AuditedDepartment> scans, AuditSettings settings, AuditChatReader reading, ReportProblem problem) =>
        new EscalationReportBuilder(context.Now(), settings, reading.Reps).Report(scans, reading.Findings) with
        {
            Usage = _tools.Usage,
            Problems = [.. _tools.LeftOut, .. OutOfQuotaProblem.In(_problems) is null ? [.. _problems, problem] : OutOfQuotaProblem.Once(_problems)],
        };
}
