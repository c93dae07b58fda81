using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Events;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.RateLimiting.Settings;
using FuseDeskFlows.Truto.Settings;
using FuseDeskFlows.Truto.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Settings;

/// <summary>Every setting of a type is of one form, wherever it stands; durations are of one that nobody can misread.</summary>
public sealed class CheckedSettingsTests
{
    public static TheoryData<string> Durations => new(
        "Truto:RequestTimeout",
        "Truto:CatalogueLifetime",
        "Truto:MaxQuotaWait",
        "Truto:Flows:CaseTriage:MaxQuotaWait",
        "Truto:Webhook:MaxAge",
        "CaseEvents:QuietPeriod",
        "CaseEvents:MaxDelay",
        "CaseEvents:RetryDelay",
        "EscalationAudit:WarningAfter",
        "EscalationAudit:CriticalAfter",
        "Language:Timeout");

    [Theory]
    [MemberData(nameof(Durations))]
    public void What_can_be_misread_is_refused_with_both_forms(string setting)
    {
        foreach (var value in new[]
            {
                "24:00:00",
                "12",
                "60",
                "1:30",
                "5:00",
                "00:60:00",
                "1.24:00:00",
                "30s",
                "PT30S",
                "",
                " 00:00:30",
                "-00:00:30",
                "00:00:30\n",
            })
        {
            var faults = Faults((setting, value));
            Assert.Contains(
                $"{setting} must be a duration: hh:mm:ss for less than 24 hours, such as 00:00:30, or d.hh:mm:ss, such as 1.00:00:00",
                faults);
            Assert.DoesNotContain(faults, fault => value.Length > 2 && fault.Contains($"'{value}'", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Durations))]
    public void Both_forms_are_read(string setting)
    {
        foreach (var value in new[] { "00:00:40", "0.00:00:40", "00:00:40.5" })
        {
            Assert.DoesNotContain(Faults((setting, value)), fault => fault.Contains("must be a duration", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Truto:InteractiveHeadroom", "abc", "must be a number, such as 0.25")]
    [InlineData("Truto:InteractiveHeadroom", "NaN", "must be a number, such as 0.25")]
    [InlineData("Truto:InteractiveHeadroom", "0,1", "must be a number, such as 0.25")]
    [InlineData("Truto:Flows:CaseTriage:InteractiveHeadroom", "a tenth", "must be a number, such as 0.25")]
    [InlineData("Truto:InteractiveHeadroom", "", "must be a number, such as 0.25")]
    [InlineData("Truto:PageSize", "many", "must be a whole number")]
    [InlineData("Truto:PageSize", "1.5", "must be a whole number")]
    [InlineData("Truto:PageSize", "99999999999", "must be a whole number")]
    [InlineData("Language:AnswerTokens", "0x10", "must be a whole number")]
    public void What_cannot_be_read_is_refused_with_the_whole_name_and_without_its_value(string setting, string value, string rule)
    {
        var faults = Faults((setting, value), ("Truto:RequestTimeout", "soon"));
        Assert.Contains($"{setting} {rule}", faults);
        Assert.Contains(faults, fault => fault.StartsWith("Truto:RequestTimeout must be a duration", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_may_be_unset_may_be_set_to_nothing() =>
        Assert.DoesNotContain(
            Faults(("Truto:Flows:CaseTriage:InteractiveHeadroom", "")), fault => fault.Contains("a number", StringComparison.Ordinal));

    [Fact]
    public void A_day_is_written_with_a_dot()
    {
        using var services = Services(("Truto:MaxQuotaWait", "1.00:00:00"), ("Truto:Flows:CaseDigest:MaxQuotaWait", "2.12:00:00"));
        var options = services.GetRequiredService<IOptions<RateLimitOptions>>().Value;
        Assert.Equal((TimeSpan.FromDays(1), TimeSpan.FromDays(2.5)), (options.MaxQuotaWait, options.MaxWaitOf("CaseDigest")));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var faults = Faults(("Truto:RequestTimeout", "soon"), ("Truto:PageSize", "0"), ("Truto:ApiToken", "token "));
        Assert.Contains(faults, fault => fault.StartsWith("Truto:RequestTimeout must be a duration", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Truto:PageSize", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Truto:ApiToken begins or ends with a blank", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Truto:ApiToken", "token")]
    [InlineData("Truto:Webhook:Secret", "secret")]
    [InlineData("Truto:Webhook:PreviousSecret", "secret")]
    [InlineData("OpenAI:ApiKey", "key")]
    [InlineData("AzureOpenAI:ApiKey", "key")]
    [InlineData("EscalationAudit:WebhookUrl", "https://hooks.example.com/T0/B0/secret")]
    public void A_secret_with_something_invisible_at_its_ends_is_refused_and_not_quoted(string setting, string secret)
    {
        foreach (var value in new[]
            {
                secret + "\n",
                secret + "\r\n",
                " " + secret,
                secret + " ",
                "\t" + secret,
                "\ufeff" + secret,
                secret + "\u200b",
                secret + "\u00a0",
            })
        {
            var faults = Faults((setting, value));
            var fault = Assert.Single(faults, fault => fault.StartsWith($"{setting} begins or ends with", StringComparison.Ordinal));
            Assert.DoesNotContain(
                secret, fault.Replace("EscalationAudit:WebhookUrl", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Faults((setting, secret)), fault => fault.StartsWith($"{setting} begins or ends", StringComparison.Ordinal));
    }

    private static List<string> Faults(params (string Name, string Value)[] settings)
    {
        using var services = Services(settings);
        return
        [
            .. Of<TrutoOptions>(services),
            .. Of<RateLimitOptions>(services),
            .. Of<TrutoWebhookOptions>(services),
            .. Of<CaseEventOptions>(services),
            .. Of<AuditOptions>(services),
            .. Of<LanguageOptions>(services),
        ];
    }

    private static IEnumerable<string> Of<TOptions>(IServiceProvider services)
        where TOptions : class
    {
        try
        {
            _ = services.GetRequiredService<IOptions<TOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException fault)
        {
            return fault.Failures;
        }
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        return new ServiceCollection().AddLogging().AddFuseDeskFlows(configuration).BuildServiceProvider();
    }
}
