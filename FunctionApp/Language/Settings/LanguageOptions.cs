namespace FuseDeskFlows.Language.Settings;

/// <summary>Which model writes, if any, and what it may cost.</summary>
public sealed class LanguageOptions
{
    /// <summary>The model on Azure.</summary>
    public AzureOpenAIOptions AzureOpenAI { get; set; } = new();

    /// <summary>The model elsewhere.</summary>
    public OpenAIOptions OpenAI { get; set; } = new();

    /// <summary>The limits.</summary>
    public LanguageLimits Language { get; set; } = new();

    /// <summary>True if any setting of Azure OpenAI is given.</summary>
    internal bool UsesAzure => AzureOpenAI.Endpoint.Length + AzureOpenAI.Deployment.Length + AzureOpenAI.ApiKey.Length > 0;

    /// <summary>True if any setting of another model is given.</summary>
    internal bool UsesOther => OpenAI.BaseUrl.Length + OpenAI.Model.Length + OpenAI.ApiKey.Length > 0;
}
