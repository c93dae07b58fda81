using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Audit;

/// <summary>Starts audits of live chats by the clock.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="options">What is audited, on which days and in which hours.</param>
/// <param name="time">Tells whether audits are due.</param>
/// <param name="logger">Takes why nothing was started.</param>
public sealed class AuditTimer(
    IOptions<TrutoOptions> truto, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditTimer> logger)
{
    /// <summary>Starts an audit, unless it is out of hours or the last one still runs.</summary>
    [Function("AuditChatsOnSchedule")]
    public async Task RunAsync(
        [TimerTrigger($"%{AuditOptions.ScheduleSetting}%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if ((ConfigurationCheck.FindProblem(truto) ?? ConfigurationCheck.FindProblem(options)) is { } problem)
        {
            logger.AuditNotStarted(problem.Detail);
            return;
        }

        if (!AuditTimes.Read(options.Value, []).Contains(time.GetUtcNow()))
        {
            logger.AuditOutOfHours();
            return;
        }

        var names = options.Value.DepartmentNames;
        var busy = await RunningAudits.FindAsync(client, names, cancellationToken);
        foreach (var (department, runId, since) in busy)
        {
            logger.AuditStillRuns(department, since, runId);
        }

        if (busy.Count < names.Count)
        {
            var start = new StartOrchestrationOptions(RunId.New(AuditTrigger.IdPrefix));
            await client.ScheduleNewOrchestrationInstanceAsync(ChatEscalationAudit.Name, new AuditRequest(), start, cancellationToken);
        }
    }
}
