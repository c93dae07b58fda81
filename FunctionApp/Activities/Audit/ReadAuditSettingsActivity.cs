using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>Hands the settings to a run, so that a replay sees those with which it began.</summary>
public sealed class ReadAuditSettingsActivity(IOptions<AuditOptions> options)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "read_audit_settings";

    /// <summary>Reads the settings.</summary>
    [Function(Name)]
    public AuditSettings Run([ActivityTrigger] string runId) => new()
    {
        Departments = options.Value.DepartmentNames,
        WarningAfter = options.Value.WarningAfter,
        CriticalAfter = options.Value.CriticalAfter,
        Posts = options.Value.WebhookUrl.Length > 0,
    };
}
