using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Writes.Settings;

/// <summary>Checks the settings of section <c>Writes</c>.</summary>
internal sealed class WriteOptionsValidator : IValidateOptions<WriteOptions>
{
    private static readonly TimeSpan MaxDeadline = TimeSpan.FromDays(30);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, WriteOptions options)
    {
        var faults = new List<string>();
        if (options.ApprovalDeadline <= TimeSpan.Zero || options.ApprovalDeadline > MaxDeadline)
        {
            faults.Add("Writes:ApprovalDeadline must be more than zero and at most 30 days");
        }

        if (options.ReadBackDelay < TimeSpan.Zero || options.ReadBackDelay > MaxDelay)
        {
            faults.Add("Writes:ReadBackDelay must be from zero to 10 minutes");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
