using FuseDeskFlows.Language;
using FuseDeskFlows.Truto;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows;

/// <summary>The app's services, for both hosts and for tests.</summary>
internal static class AppServices
{
    /// <summary>Adds everything that functions are given.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddFuseDeskFlows(this IServiceCollection services, IConfiguration configuration) => services
        .AddTruto(configuration)
        .AddLanguage(configuration);
}
