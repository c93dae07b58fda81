using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Reports.Audit;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>How urgent a chat is in which the customer waits: her waiting time against the settings' thresholds, nothing else.</summary>
internal static class SeverityRules
{
    /// <param name="waited">How long the customer has waited; null if nothing tells.</param>
    /// <param name="settings">The thresholds; a wait of exactly that length counts.</param>
    public static Severity Classify(TimeSpan? waited, AuditSettings settings) => waited switch
    {
        _ when waited >= settings.CriticalAfter => Severity.Critical,
        _ when waited >= settings.WarningAfter => Severity.Warning,
        _ => Severity.Notice,
    };
}
