using FuseDeskFlows.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Truto.Settings;

/// <summary>
/// Finds everything that is wrong with the settings at once, so that a person mends them in one go. Values are never quoted.
/// </summary>
internal sealed class TrutoOptionsValidator : IValidateOptions<TrutoOptions>
{
    public ValidateOptionsResult Validate(string? name, TrutoOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(TrutoOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ApiToken))
        {
            yield return "Truto:ApiToken is missing: the API token of the Truto environment";
        }
        else if (SecretSetting.FindFault(options.ApiToken) is { } fault)
        {
            yield return $"Truto:ApiToken {fault}";
        }
        else if (options.ApiToken.Any(character => character is <= ' ' or > '~'))
        {
            yield return "Truto:ApiToken must be one word of printable ASCII, since it travels in a header";
        }

        if (string.IsNullOrWhiteSpace(options.IntegratedAccountId))
        {
            yield return "Truto:IntegratedAccountId is missing: the id of the connected FuseDesk account";
        }
        else if (options.IntegratedAccountId is "." or ".." || options.IntegratedAccountId.Any(character => character is <= ' ' or > '~'))
        {
            yield return "Truto:IntegratedAccountId must be one word, as Truto shows it";
        }

        if (!ServiceAddress.IsUsable(options.BaseUrl))
        {
            yield return "Truto:BaseUrl " + ServiceAddress.Rule;
        }

        if (options.RequestTimeout < TimeSpan.FromMilliseconds(10) || options.RequestTimeout > TimeSpan.FromMinutes(10))
        {
            yield return "Truto:RequestTimeout must be between 10 milliseconds and 10 minutes";
        }

        if (options.CatalogueLifetime <= TimeSpan.Zero || options.CatalogueLifetime > TimeSpan.FromDays(7))
        {
            yield return "Truto:CatalogueLifetime must be more than nothing and at most 7 days";
        }

        if (options.PageSize is < 1 or > 1000)
        {
            yield return "Truto:PageSize must be between 1 and 1000";
        }

        if (options.MaxResponseBytes is < 1024 or > int.MaxValue)
        {
            yield return "Truto:MaxResponseBytes must be between 1024 and 2147483647";
        }
    }
}
