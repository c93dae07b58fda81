using FuseDeskFlows.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Truto.Webhooks;

/// <summary>Checks the settings of section <c>Truto:Webhook</c>. Values are never quoted.</summary>
internal sealed class TrutoWebhookOptionsValidator : IValidateOptions<TrutoWebhookOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TrutoWebhookOptions options)
    {
        var faults = new List<string>();
        AddFault(nameof(options.Secret), options.Secret);
        AddFault(nameof(options.PreviousSecret), options.PreviousSecret);
        if (options.MaxAge <= TimeSpan.Zero)
        {
            faults.Add($"{TrutoWebhookOptions.Section}:{nameof(options.MaxAge)} must be more than zero");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        // Without a secret the app does all but take deliveries; so a reference that was not resolved is told when one comes.
        void AddFault(string setting, string secret)
        {
            if (!VaultReference.IsUnresolved(secret) && SecretSetting.FindFault(secret) is { } fault)
            {
                faults.Add($"{TrutoWebhookOptions.Section}:{setting} {fault}");
            }
        }
    }
}
