using FuseDeskFlows.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Language.Settings;

/// <summary>Finds everything that is wrong with the settings at once. Values are never quoted. No model at all is a valid choice.</summary>
internal sealed class LanguageOptionsValidator : IValidateOptions<LanguageOptions>
{
    /// <summary>One history is never spread over more calls than a merge can take in: at most about twice this many.</summary>
    private const int MaxCalls = 10;

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, LanguageOptions options)
    {
        var faults = Models(options).Concat(Limits(options.Limits)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Models(LanguageOptions options) => (options.UsesAzure, options.UsesOther) switch
    {
        (true, true) => ["AzureOpenAI:Endpoint and OpenAI:BaseUrl exclude each other: configure one model or none"],
        (true, false) => Azure(options.AzureOpenAI),
        (false, true) => Other(options.OpenAI),
        _ => [],
    };

    private static IEnumerable<string> Azure(AzureOpenAIOptions options)
    {
        if (!ServiceAddress.IsUsable(options.Endpoint))
        {
            yield return "AzureOpenAI:Endpoint " + ServiceAddress.Rule;
        }

        else if (options.ApiKey.Length == 0 && !options.Endpoint.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            yield return "AzureOpenAI:ApiKey is needed for an http endpoint: an identity's token travels only over https";
        }

        if (!IsName(options.Deployment))
        {
            yield return "AzureOpenAI:Deployment is missing or not one word: the name of the model's deployment";
        }

        if (SecretSetting.FindFault(options.ApiKey) is { } fault)
        {
            yield return $"AzureOpenAI:ApiKey {fault}";
        }
        else if (!IsHeader(options.ApiKey))
        {
            yield return "AzureOpenAI:ApiKey must be one word of printable ASCII, since it travels in a header";
        }
    }

    private static IEnumerable<string> Other(OpenAIOptions options)
    {
        if (!ServiceAddress.IsUsable(options.BaseUrl))
        {
            yield return "OpenAI:BaseUrl " + ServiceAddress.Rule;
        }

        if (!IsName(options.Model))
        {
            yield return "OpenAI:Model is missing or not one word: the model's name";
        }

        if (SecretSetting.FindFault(options.ApiKey) is { } fault)
        {
            yield return $"OpenAI:ApiKey {fault}";
        }
        else if (!IsHeader(options.ApiKey))
        {
            yield return "OpenAI:ApiKey must be one word of printable ASCII, since it travels in a header";
        }
    }

    private static IEnumerable<string> Limits(LanguageLimits limits)
    {
        if (limits.Timeout < TimeSpan.FromMilliseconds(10) || limits.Timeout > TimeSpan.FromMinutes(10))
        {
            yield return "Language:Timeout must be between 10 milliseconds and 10 minutes";
        }

        if (limits.CallTokens is < 2_000 or > 1_000_000)
        {
            yield return "Language:CallTokens must be between 2000 and 1000000";
        }

        if (limits.CaseTokens < limits.CallTokens || limits.CaseTokens > (long)MaxCalls * limits.CallTokens)
        {
            yield return $"Language:CaseTokens must be between Language:CallTokens and {MaxCalls} times as much";
        }

        if (limits.AnswerTokens is < 200 or > 100_000)
        {
            yield return "Language:AnswerTokens must be between 200 and 100000";
        }

        if (!limits.OmittedParameters.All(ModelParameters.Omittable.Contains))
        {
            yield return $"Language:Omit must name nothing but {string.Join(", ", ModelParameters.Omittable)}, separated by commas";
        }
    }

    private static bool IsName(string name) => name.Length > 0 && IsHeader(name);

    private static bool IsHeader(string value) => value.All(character => character is > ' ' and <= '~');
}
