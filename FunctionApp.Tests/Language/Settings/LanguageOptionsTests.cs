using FuseDeskFlows.Language.Settings;

namespace FuseDeskFlows.Tests.Language.Settings;

public sealed class LanguageOptionsTests
{
    [Fact]
    public void No_model_at_all_is_a_valid_choice() => Assert.True(Check(new()).Succeeded);

    [Fact]
    public void Every_bad_setting_is_named_at_once_and_no_value_is_quoted()
    {
        var result = Check(new()
        {
            AzureOpenAI = new() { Endpoint = "http://name.openai.azure.com", ApiKey = "se cret" },
            Limits = new() { CallTokens = 10, Timeout = TimeSpan.Zero, AnswerTokens = 1 },
        });

        foreach (var setting in new[]
            {
                "AzureOpenAI:Endpoint",
                "AzureOpenAI:Deployment",
                "AzureOpenAI:ApiKey",
                "Language:CallTokens",
                "Language:Timeout",
                "Language:AnswerTokens",
            })
        {
            Assert.Contains(setting, result.FailureMessage, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("se cret", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://name.openai.azure.com", true)]
    [InlineData("https://name.openai.azure.com/", true)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://name.openai.azure.com", false)]
    [InlineData("https://user:secret@name.openai.azure.com", false)]
    [InlineData("name.openai.azure.com", false)]
    [InlineData("", false)]
    public void A_key_travels_only_over_https_or_within_this_computer(string url, bool good)
    {
        Assert.Equal(good, Check(new() { AzureOpenAI = new() { Endpoint = url, Deployment = "d", ApiKey = "k" } }).Succeeded);
        Assert.Equal(good, Check(new() { OpenAI = new() { BaseUrl = url, Model = "m", ApiKey = "k" } }).Succeeded);
    }

    [Fact]
    public void A_key_vault_reference_that_azure_left_as_it_was_is_no_key()
    {
        const string reference = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/openai-api-key)";
        Assert.Contains(
            "AzureOpenAI:ApiKey is a Key Vault reference",
            Check(new() { AzureOpenAI = new() { Endpoint = "https://name.openai.azure.com", Deployment = "d", ApiKey = reference } })
                .FailureMessage,
            StringComparison.Ordinal);
        Assert.Contains(
            "OpenAI:ApiKey is a Key Vault reference",
            Check(new() { OpenAI = new() { BaseUrl = "https://api.openai.com/v1", Model = "m", ApiKey = reference } }).FailureMessage,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Azure_without_a_key_uses_the_apps_identity() =>
        Assert.True(Check(new() { AzureOpenAI = new() { Endpoint = "https://name.openai.azure.com", Deployment = "d" } }).Succeeded);

    [Fact]
    public void An_identitys_token_does_not_travel_over_http() => Assert.Contains(
        "AzureOpenAI:ApiKey is needed",
        Check(
            new() { AzureOpenAI = new() { Endpoint = "http://127.0.0.1:8080", Deployment = "d" } }).FailureMessage,
        StringComparison.Ordinal);

    [Fact]
    public void The_environment_variable_that_Linux_keeps_a_language_in_is_no_setting()
    {
        using var language = new TestLanguage(("LANGUAGE", "en_US"));
        Assert.NotNull(language.Writer);
    }

    [Fact]
    public void Two_models_exclude_each_other() => Assert.Contains("exclude each other", Check(new()
    {
        AzureOpenAI = new() { Endpoint = "https://name.openai.azure.com", Deployment = "d" },
        OpenAI = new() { BaseUrl = "https://api.openai.com/v1", Model = "m" },
    }).FailureMessage, StringComparison.Ordinal);

    [Theory]
    [InlineData(24_000, 23_999)]
    [InlineData(24_000, 240_001)]
    public void A_case_may_cost_between_one_and_ten_calls(int call, int whole) => Assert.Contains(
        "Language:CaseTokens",
        Check(
            new() { Limits = new() { CallTokens = call, CaseTokens = whole } }).FailureMessage,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("", true)]
    [InlineData("temperature, max_completion_tokens; json_schema", true)]
    [InlineData("temprature", false)]
    [InlineData("temperature max_tokens", false)]
    [InlineData("messages", false)]
    public void Only_what_a_request_can_do_without_may_be_omitted(string names, bool good)
    {
        var result = Check(new() { Limits = new() { Omit = names } });

        Assert.Equal(
            (good, good), (result.Succeeded, result.FailureMessage?.Contains("Language:Omit", StringComparison.Ordinal) is not true));
        Assert.DoesNotContain("temprature", result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(LanguageOptions options) =>
        new LanguageOptionsValidator().Validate(null, options);
}
