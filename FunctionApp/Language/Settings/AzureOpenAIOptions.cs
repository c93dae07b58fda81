namespace FuseDeskFlows.Language.Settings;

/// <summary>A model on Azure OpenAI: configuration section <c>AzureOpenAI</c>.</summary>
public sealed class AzureOpenAIOptions
{
    /// <summary>
    /// The resource's address, such as <c>https://name.openai.azure.com</c>; http only for loopback. Empty: Azure OpenAI is not used.
    /// </summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The name of the deployment.</summary>
    public string Deployment { get; set; } = "";

    /// <summary>The resource's key. Empty: the app's managed identity, or who is signed in at a developer's computer.</summary>
    public string ApiKey { get; set; } = "";
}
