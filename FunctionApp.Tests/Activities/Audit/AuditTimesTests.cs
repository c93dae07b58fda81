using FuseDeskFlows.Activities.Audit;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Activities.Audit;

public sealed class AuditTimesTests
{
    [Theory]
    [InlineData("", "", "UTC", "2026-03-01T03:00:00Z", true)] // a Sunday
    [InlineData("Mon-Fri", "", "UTC", "2026-03-01T12:00:00Z", false)]
    [InlineData("Mon-Fri", "08:00-18:00", "UTC", "2026-03-02T08:00:00Z", true)]
    [InlineData("Mon-Fri", "08:00-18:00", "UTC", "2026-03-02T18:00:00Z", false)]
    [InlineData("Mon-Fri", "08:00-18:00", "Europe/Berlin", "2026-03-02T07:00:00Z", true)]
    [InlineData("Mon-Fri", "08:00-18:00", "Europe/Berlin", "2026-06-01T06:00:00Z", true)] // summer time
    [InlineData("Fri", "22:00-06:00", "UTC", "2026-03-07T05:59:00Z", true)] // Saturday morning is still Friday's night
    [InlineData("Fri", "22:00-06:00", "UTC", "2026-03-06T05:59:00Z", false)]
    [InlineData("sat-mon", "12:00-24:00", "UTC", "2026-03-01T23:59:00Z", true)]
    public void Days_and_hours_hold_on_the_clock_of_their_zone(string days, string hours, string zone, string moment, bool expected)
    {
        var faults = new List<string>();
        var times = AuditTimes.Read(new() { Days = days, Hours = hours, TimeZone = zone }, faults);

        Assert.Empty(faults);
        Assert.Equal(expected, times.Contains(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_bad_setting_is_named_and_no_value_is_quoted()
    {
        var result = new AuditOptionsValidator().Validate(null, new()
        {
            Departments = " ; ",
            WarningAfter = TimeSpan.FromMinutes(10),
            CriticalAfter = TimeSpan.FromMinutes(5),
            Days = "Mon-",
            Hours = "8-18",
            TimeZone = "Mars/Olympus",
            WebhookUrl = "http://hooks.example/secret",
            WebhookFormat = "carrier-pigeon",
        });

        Assert.Equal(
            ["CriticalAfter", "Days", "Departments", "Hours", "TimeZone", "WebhookFormat", "WebhookUrl"],
            result.Failures!.Select(fault => fault.Split(':', ' ')[1]).Order());
        Assert.DoesNotContain("secret", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_vault_reference_that_azure_left_as_it_was_is_no_address()
    {
        var result = new AuditOptionsValidator().Validate(
            null, new() { WebhookUrl = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/escalation-webhook-url)" });
        Assert.StartsWith(
            "EscalationAudit:WebhookUrl is a Key Vault reference that Azure did not resolve",
            result.FailureMessage,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_valid() =>
        Assert.Equal(ValidateOptionsResult.Success, new AuditOptionsValidator().Validate(null, new()));
}
