using Microsoft.Extensions.Options;

namespace FuseDeskFlows.RateLimiting.Settings;

/// <summary>Finds everything that is wrong with the settings at once, so that a person mends them in one go.</summary>
internal sealed class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>
{
    public ValidateOptionsResult Validate(string? name, RateLimitOptions options)
    {
        var faults = Faults(RateLimitOptions.Section, options.InteractiveHeadroom, options.MaxQuotaWait)
            .Concat(options.Flows.SelectMany(flow =>
                Faults($"{RateLimitOptions.Section}:Flows:{flow.Key}", flow.Value.InteractiveHeadroom, flow.Value.MaxQuotaWait)))
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string section, double? headroom, TimeSpan? maxWait)
    {
        if (headroom is not (null or (>= 0 and <= 0.9)))
        {
            yield return $"{section}:InteractiveHeadroom must be between 0 and 0.9: a part of the quota";
        }

        if (maxWait <= TimeSpan.Zero || maxWait > TimeSpan.FromDays(31))
        {
            yield return $"{section}:MaxQuotaWait must be more than nothing and at most 31 days";
        }
    }
}
