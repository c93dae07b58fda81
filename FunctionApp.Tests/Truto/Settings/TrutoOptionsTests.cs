using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Truto.Settings;

public sealed class TrutoOptionsTests
{
    [Fact]
    public async Task Every_bad_setting_is_named_in_one_message_before_anything_starts()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(
            ("Truto:BaseUrl", "http://api.truto.one"), ("Truto:RequestTimeout", "-00:00:01"), ("Truto:PageSize", "0")));

        Assert.Contains("Truto:ApiToken is missing", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Truto:IntegratedAccountId is missing", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Truto:BaseUrl must be an absolute https URL (http only for loopback)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Truto:RequestTimeout", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Truto:PageSize", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.truto.one", true)]
    [InlineData("http://127.0.0.1:7072", true)]
    [InlineData("http://localhost:7072/base", true)]
    [InlineData("http://truto.example", false)]
    [InlineData("ftp://127.0.0.1", false)]
    [InlineData("/proxy", false)]
    [InlineData("https://me:secret@api.truto.one", false)]
    [InlineData("", false)]
    public void A_token_travels_only_over_https_or_within_this_computer(string url, bool good)
    {
        var options = new TrutoOptions { ApiToken = "t", IntegratedAccountId = "a", BaseUrl = url };
        Assert.Equal(good, new TrutoOptionsValidator().Validate(null, options).Succeeded);
    }

    [Fact]
    public void A_token_that_no_header_can_carry_is_refused_without_being_quoted()
    {
        var result = new TrutoOptionsValidator().Validate(null, new() { ApiToken = "abc\r\nX-Evil: 1", IntegratedAccountId = "a" });
        Assert.Contains("Truto:ApiToken must be one word", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_vault_reference_that_azure_left_as_it_was_is_no_token()
    {
        var options = new TrutoOptions
        {
            ApiToken = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/truto-api-token)",
            IntegratedAccountId = "a",
        };
        var result = new TrutoOptionsValidator().Validate(null, options);
        Assert.Contains(
            "Truto:ApiToken is a Key Vault reference that Azure did not resolve", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_settings_start() =>
        await StartAsync(("Truto:ApiToken", "token"), ("Truto:IntegratedAccountId", "account"));

    private static async Task StartAsync(params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Services.AddTruto(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
    }
}
