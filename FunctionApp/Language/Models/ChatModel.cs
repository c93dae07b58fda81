using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using FuseDeskFlows.Language.Settings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;

namespace FuseDeskFlows.Language.Models;

/// <summary>The configured model, if there is one.</summary>
internal sealed class ChatModel(IOptions<LanguageOptions> options, IHttpClientFactory http, ModelRateLimiter limiter) : IDisposable
{
    /// <summary>The name of the HTTP client that the model is reached by.</summary>
    public const string HttpClientName = "language-model";

    // What a server without keys is sent; the SDK insists on something.
    private const string NoKey = "none";

    private readonly LanguageOptions _options = options.Value;
    private IChatClient? _client;

    /// <summary>The model's name, which reports show; null if none is configured.</summary>
    public string? Name => _options switch
    {
        { UsesAzure: true } => _options.AzureOpenAI.Deployment,
        { UsesOther: true } => _options.OpenAI.Model,
        _ => null,
    };

    /// <summary>The settings that a person checks when the model is not found.</summary>
    public string NameSetting => _options.UsesAzure ? "AzureOpenAI:Deployment" : "OpenAI:Model";

    /// <summary>The settings that a person checks when the address is wrong.</summary>
    public string AddressSetting => _options.UsesAzure ? "AzureOpenAI:Endpoint" : "OpenAI:BaseUrl";

    /// <summary>The settings that a person checks when access is denied.</summary>
    public string KeySetting => _options.UsesAzure ? "AzureOpenAI:ApiKey" : "OpenAI:ApiKey";

    /// <summary>The client; null if no model is configured.</summary>
    public IChatClient? Client => Name is null ? null : LazyInitializer.EnsureInitialized(ref _client, Create);

    /// <inheritdoc />
    public void Dispose() => _client?.Dispose();

    private IChatClient Create()
    {
        if (!_options.UsesAzure)
        {
            var other = ConfigurePipeline(new OpenAIClientOptions { Endpoint = new Uri(_options.OpenAI.BaseUrl.TrimEnd('/') + '/') });
            var key = new ApiKeyCredential(_options.OpenAI.ApiKey.Length > 0 ? _options.OpenAI.ApiKey : NoKey);
            return new OpenAIClient(key, other).GetChatClient(_options.OpenAI.Model).AsIChatClient();
        }

        var (azure, endpoint) = (ConfigurePipeline(new AzureOpenAIClientOptions()), new Uri(_options.AzureOpenAI.Endpoint));
        var client = _options.AzureOpenAI.ApiKey.Length > 0
            ? new AzureOpenAIClient(endpoint, new ApiKeyCredential(_options.AzureOpenAI.ApiKey), azure)
            : new AzureOpenAIClient(endpoint, new DefaultAzureCredential(), azure);
        return client.GetChatClient(_options.AzureOpenAI.Deployment).AsIChatClient();
    }

    // Retries are the orchestration's: a 429 must come out, not be slept away. The SDK's own logging could quote texts.
    private TOptions ConfigurePipeline<TOptions>(TOptions pipeline)
        where TOptions : ClientPipelineOptions
    {
        pipeline.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        pipeline.NetworkTimeout = _options.Limits.Timeout;
        pipeline.Transport = new HttpClientPipelineTransport(http.CreateClient(HttpClientName));
        pipeline.ClientLoggingOptions = new() { EnableLogging = false };
        pipeline.AddPolicy(new RateLimitHeadersPolicy(limiter), PipelinePosition.PerTry);
        return pipeline;
    }
}
