using FuseDeskFlows.Settings;

namespace FuseDeskFlows.Truto.Webhooks;

/// <summary>How deliveries of Truto's webhooks are checked: configuration section <c>Truto:Webhook</c>.</summary>
public sealed class TrutoWebhookOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Truto:Webhook";

    /// <summary>
    /// The webhook's secret, which Truto shows once, when the webhook is made. A secret: never logged. Without it nothing is accepted.
    /// </summary>
    public string Secret { get; set; } = "";

    /// <summary>
    /// A second secret that is as good: the one before, or the next one, while a secret is changed for another. Empty: none.
    /// </summary>
    public string PreviousSecret { get; set; } = "";

    /// <summary>The secrets; a reference that Azure could not resolve is none, since anybody may know it.</summary>
    internal IReadOnlyList<string> Secrets =>
        [.. new[] { Secret, PreviousSecret }.Where(secret => !string.IsNullOrWhiteSpace(secret) && !VaultReference.IsUnresolved(secret))];

    /// <summary>
    /// How old a delivery may be. Truto repeats what was not answered, and an event that comes twice runs once, so this need not be short.
    /// </summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromHours(1);
}
