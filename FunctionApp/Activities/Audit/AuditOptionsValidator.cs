using FuseDeskFlows.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>
/// Finds everything that is wrong with the audit's settings at once. Values are never quoted: a webhook's address is a secret.
/// </summary>
internal sealed class AuditOptionsValidator : IValidateOptions<AuditOptions>
{
    private const int MaxDepartments = 50;
    private static readonly string[] Formats = ["auto", "slack", "teams"];

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        var faults = Faults(options).ToList();
        AuditTimes.Read(options, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(AuditOptions options)
    {
        if (options.DepartmentNames.Count is 0 or > MaxDepartments)
        {
            yield return $"EscalationAudit:Departments must be 1 to {MaxDepartments} names of departments, separated by semicolons";
        }

        if (options.WarningAfter < TimeSpan.Zero || options.WarningAfter > TimeSpan.FromDays(7))
        {
            yield return "EscalationAudit:WarningAfter must be between nothing and 7 days";
        }

        if (options.CriticalAfter < options.WarningAfter || options.CriticalAfter > TimeSpan.FromDays(7))
        {
            yield return "EscalationAudit:CriticalAfter must be at least EscalationAudit:WarningAfter and at most 7 days";
        }

        if (SecretSetting.FindFault(options.WebhookUrl) is { } fault)
        {
            yield return $"EscalationAudit:WebhookUrl {fault}";
        }
        else if (options.WebhookUrl.Length > 0
            && !(Uri.TryCreate(options.WebhookUrl, UriKind.Absolute, out var url) && url.Scheme is "https" && url.UserInfo.Length == 0))
        {
            yield return "EscalationAudit:WebhookUrl must be an absolute https URL without a user";
        }

        if (!Formats.Contains(options.WebhookFormat, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"EscalationAudit:WebhookFormat must be one of {string.Join(", ", Formats)}";
        }
    }
}
