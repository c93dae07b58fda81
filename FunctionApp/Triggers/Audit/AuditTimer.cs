using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Audit;

/// <summary>Starts audits of live chats by the clock.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="options">What is audited, on which days and in which hours.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Takes why nothing was started.</param>
public sealed class AuditTimer(IOptions<TrutoOptions> truto, IOptions<EscalationAuditOptions> options, TimeProvider time, ILogger<AuditTimer> logger)
{
    /// <summary>Starts an audit, unless it is out of hours or the last one still runs.</summary>
    /// <param name="timer">The schedule's state.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>When the audit is stored.</returns>
    [Function("AuditChatsOnSchedule")]
    public async Task RunAsync(
        [TimerTrigger($"%{AppServices.AuditSchedule}%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if ((ConfigurationCheck.Problem(truto) ?? ConfigurationCheck.Problem(options)) is { } problem)
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
            await RunStart.NewAsync(client, ChatEscalationAudit.Name, RunId.New(AuditTrigger.Prefix), new AuditRequest(), cancellationToken);
        }
    }
}
