using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Events;
using FuseDeskFlows.Language;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Telemetry;
using FuseDeskFlows.Truto;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows;

/// <summary>The app's services, also for tests.</summary>
internal static class AppServices
{
    /// <summary>The setting that says when the timer audits chats, an NCrontab expression.</summary>
    public const string AuditSchedule = "EscalationAuditSchedule";

    /// <summary>Adds everything that functions are given.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddFuseDeskFlows(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RateLimitOptions>, FlowSettingsValidator>());
        return services
            .AddTruto(configuration)
            .AddEscalationAudit(configuration)
            .AddCaseEvents(configuration)
            .AddLanguage(configuration)
            .AddTelemetry(configuration);
    }

    private static IServiceCollection AddEscalationAudit(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EscalationAuditOptions>().Bind(configuration.GetSection(EscalationAuditOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EscalationAuditOptions>, EscalationAuditOptionsValidator>());
        services.AddHttpClient<EscalationWebhook>(http => http.Timeout = TimeSpan.FromSeconds(30))
            .RemoveAllLoggers() // they quote addresses, and a webhook's is a secret
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        return services;
    }
}
