using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Shared;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>One run of <see cref="ChatEscalationAudit"/>.</summary>
internal sealed class AuditRun(TaskOrchestrationContext context, AuditRequest request)
{
    private const int Steps = 5;
    private readonly FlowContext _flow = new(context, Steps, background: true, request.Parent);
    private readonly DepartmentLocks _locks = new(context);
    private readonly List<ReportProblem> _problems = [];

    /// <exception cref="OutOfQuotaException">A quota did not come back in time; what was read is kept, but is no audit that later
    /// ones go by.</exception>
    public async Task<AuditReport> RunAsync()
    {
        _flow.StartStep("reading the settings");
        var settings = await _flow.CallActivityAsync<AuditSettings>(ReadAuditSettingsActivity.Name, context.InstanceId);
        var names = request.Departments is { Count: > 0 } asked ? asked : settings.Departments;
        var departments = await _locks.AcquireAsync(names, _problems);
        var reader = new AuditChatReader(_flow, departments, _problems);
        try
        {
            var report = await PartialReports.RunOrStoreAsync(
                context,
                _flow,
                request.Parent,
                () => ReportAsync(departments, settings, reader),
                problem => SoFar(departments, settings, reader, problem));
            if (_flow.OutOfQuota is not null)
            {
                await _locks.ReleaseAsync(departments);
            }

            return report;
        }
        catch
        {
            // A department that is not released would be left alone by every later audit until somebody asks whether this one lives.
            await _locks.ReleaseAsync(departments);
            throw;
        }
    }

    private async Task<AuditReport> ReportAsync(
        IReadOnlyList<AuditedDepartment> departments, AuditSettings settings, AuditChatReader reader)
    {
        var findings = await reader.ReadAsync();
        _flow.ThrowIfOutOfQuota();
        var builder = new AuditReportBuilder(context.UtcNow(), settings, departments, findings);
        var report = builder.Build() with { Problems = [.. _problems, .. _flow.Gaps.Problems] };
        await _locks.ReleaseAsync(departments, department => builder.BuildRelease(context.InstanceId, department, report));
        if (settings.Posts && report.Chats.Count + report.Resolved.Count > 0)
        {
            report = report with { DeliveryRun = $"{context.InstanceId}-delivery" };
            await _flow.CallActivityAsync<bool>(StartAuditDeliveryActivity.Name, report);
        }

        _flow.CompleteSteps();
        return report with { Usage = _flow.Usage };
    }

    private AuditReport SoFar(
        IReadOnlyList<AuditedDepartment> departments, AuditSettings settings, AuditChatReader reader, ReportProblem problem) =>
        new AuditReportBuilder(context.UtcNow(), settings, departments, reader.SoFar).Build() with
        {
            Usage = _flow.Usage,
            Problems =
            [
                .. _flow.Gaps.Problems,
                .. _problems.Any(known => known.IsOutOfQuota) ? ReportProblem.WithOutOfQuotaOnce(_problems) : [.. _problems, problem],
            ],
        };
}
