using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Language.Models.Dialects;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Language;

/// <summary>Puts the language services into the app's services.</summary>
public static class LanguageRegistration
{
    /// <summary>
    /// Adds <see cref="LanguageWriter"/> and <see cref="ModelReadiness"/> with their options, which are checked when the host starts.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configuration">Its sections <c>AzureOpenAI</c>, <c>OpenAI</c> and <c>Language</c> are read.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddLanguage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddCheckedOptions<LanguageOptions>(configuration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LanguageOptions>, LanguageOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TokenCounter>();
        services.TryAddSingleton<HistoryBudget>();
        services.TryAddSingleton<ModelRateLimiter>();
        services.TryAddSingleton<ModelDialect>();
        services.TryAddSingleton<ChatModel>();
        services.TryAddSingleton<ModelClient>();
        services.TryAddSingleton(provider => new ModelReadiness(
            provider.GetRequiredService<ModelClient>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new LanguageWriter(
            provider.GetRequiredService<ModelClient>(),
            provider.GetRequiredService<HistoryBudget>(),
            provider.GetRequiredService<IOptions<LanguageOptions>>()));

        // Neither addresses nor bodies are logged, and a key goes to the configured address and nowhere else.
        services.AddHttpClient(ChatModel.HttpClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddHttpMessageHandler(provider => new DialectHandler(provider.GetRequiredService<ModelDialect>()))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        return services;
    }
}
