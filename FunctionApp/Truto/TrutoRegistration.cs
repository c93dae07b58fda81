using System.Net.Http.Headers;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Settings;
using FuseDeskFlows.Settings;
using FuseDeskFlows.Truto.Calls;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Http;
using FuseDeskFlows.Truto.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Truto;

/// <summary>Puts the Truto client into the app's services.</summary>
public static class TrutoRegistration
{
    /// <summary>Adds <see cref="TrutoClient"/> with its options, which are checked when the host starts.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configuration">The app's configuration; section <c>Truto</c> is read.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddTruto(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddCheckedOptions<TrutoOptions>(configuration.GetSection(TrutoOptions.Section));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TrutoOptions>, TrutoOptionsValidator>());
        services.AddCheckedOptions<RateLimitOptions>(configuration.GetSection(RateLimitOptions.Section));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RateLimitOptions>, RateLimitOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RateLimitTracker>();
        services.TryAddSingleton<InProcessRateLimiter>();
        services.TryAddSingleton<ToolCatalogue>();
        services.TryAddTransient<AttemptHandler>();
        services.TryAddTransient<ToolInvoker>();
        services.TryAddTransient(provider => new TrutoClient(
            provider.GetRequiredService<ToolInvoker>(),
            provider.GetRequiredService<IOptions<TrutoOptions>>()));

        var client = services.AddHttpClient<TrutoHttp>((provider, http) =>
        {
            var options = provider.GetRequiredService<IOptions<TrutoOptions>>().Value;
            http.BaseAddress = new Uri(options.BaseUrl.TrimEnd('/') + '/');
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiToken);
            http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("FuseDeskFlows", null));
            http.Timeout = Timeout.InfiniteTimeSpan; // each attempt has its own, on the injected clock
        });

        // Its messages quote addresses, and a query may hold a customer's.
        client.RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // the token goes to Truto and nowhere else
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
        client.AddResilienceHandler("reads", ReadResilience.Configure);
        client.AddHttpMessageHandler<AttemptHandler>();
        return services;
    }
}
