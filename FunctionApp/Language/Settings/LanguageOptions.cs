using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Language.Settings;

/// <summary>Which model writes, if any, and what it may cost.</summary>
public sealed class LanguageOptions
{
    /// <summary>The model on Azure.</summary>
    public AzureOpenAIOptions AzureOpenAI { get; set; } = new();

    /// <summary>The model elsewhere.</summary>
    public OpenAIOptions OpenAI { get; set; } = new();

    /// <summary>What the model may cost, of either kind.</summary>
    [ConfigurationKeyName("Language")]
    public LanguageLimits Limits { get; set; } = new();

    // One setting is enough to say which is meant; the validator asks for the rest.
    internal bool UsesAzure => AzureOpenAI.Endpoint.Length + AzureOpenAI.Deployment.Length + AzureOpenAI.ApiKey.Length > 0;

    // OpenAI's own address knows the newest names alone; others know the old ones best.
    internal bool UsesOpenAIItself => OpenAI.BaseUrl.StartsWith("https://api.openai.com", StringComparison.OrdinalIgnoreCase);

    internal bool UsesOther => OpenAI.BaseUrl.Length + OpenAI.Model.Length + OpenAI.ApiKey.Length > 0;
}
