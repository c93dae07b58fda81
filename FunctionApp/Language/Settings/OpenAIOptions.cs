namespace FuseDeskFlows.Language.Settings;

/// <summary>A model behind any OpenAI-compatible address: configuration section <c>OpenAI</c>.</summary>
public sealed class OpenAIOptions
{
    /// <summary>The address up to and including the version, such as <c>https://api.openai.com/v1</c>; http only for loopback.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>The model's name.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key; a server on this computer may need none.</summary>
    public string ApiKey { get; set; } = "";
}
