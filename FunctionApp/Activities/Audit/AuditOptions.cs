namespace FuseDeskFlows.Activities.Audit;

/// <summary>What is audited, when, and who is told: configuration section <c>EscalationAudit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "EscalationAudit";

    /// <summary>
    /// The setting that says when the timer audits, an NCrontab expression; the Functions host reads it, not these options.
    /// </summary>
    public const string ScheduleSetting = "EscalationAuditSchedule";

    /// <summary>The names of the audited departments, separated by semicolons.</summary>
    public string Departments { get; set; } = "Technical Support";

    /// <summary>How long a customer may wait before her chat counts as a warning.</summary>
    public TimeSpan WarningAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a customer may wait before her chat counts as critical.</summary>
    public TimeSpan CriticalAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The days on which the timer audits, such as <c>Mon-Fri</c> or <c>Mon,Wed,Sat</c>; empty for every day.</summary>
    public string Days { get; set; } = "";

    /// <summary>
    /// The hours in which the timer audits, such as <c>08:00-18:00</c>; empty for all. An end before the start lies on the next day.
    /// </summary>
    public string Hours { get; set; } = "";

    /// <summary>The IANA time zone of <see cref="Days"/> and <see cref="Hours"/>.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>
    /// Where reports are posted, https only; empty for nowhere. Often a secret in itself: never logged and never part of a run.
    /// </summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary><c>slack</c>, <c>teams</c>, or <c>auto</c>: Teams' form for Microsoft's hosts, Slack's for all others.</summary>
    public string WebhookFormat { get; set; } = "auto";

    /// <summary>The departments, one by one.</summary>
    internal IReadOnlyList<string> DepartmentNames =>
        Departments.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
