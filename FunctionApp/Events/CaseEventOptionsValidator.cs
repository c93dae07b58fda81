using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Events;

/// <summary>Checks the settings of section <c>CaseEvents</c>.</summary>
internal sealed class CaseEventOptionsValidator : IValidateOptions<CaseEventOptions>
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, CaseEventOptions options)
    {
        var faults = new List<string>();
        if (options.MaxDelay <= TimeSpan.Zero || options.MaxDelay > MaxDelay)
        {
            faults.Add("CaseEvents:MaxDelay must be more than zero and at most one hour");
        }

        if (options.QuietPeriod < TimeSpan.Zero || options.QuietPeriod > options.MaxDelay)
        {
            faults.Add("CaseEvents:QuietPeriod must be from zero to CaseEvents:MaxDelay");
        }

        if (options.RetryDelay < TimeSpan.Zero || options.RetryDelay > MaxRetryDelay)
        {
            faults.Add("CaseEvents:RetryDelay must be from zero to one hour");
        }

        if (options.LoadPages is < 0 or > 100)
        {
            faults.Add("CaseEvents:LoadPages must be from 0 to 100");
        }

        if (string.IsNullOrWhiteSpace(options.CaseIdPaths))
        {
            faults.Add("CaseEvents:CaseIdPaths must name at least one path, such as raw.caseid");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
