using FuseDeskFlows.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Audit;

/// <summary>Puts what audits of live chats need into the app's services.</summary>
internal static class AuditRegistration
{
    public static IServiceCollection AddEscalationAudit(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCheckedOptions<AuditOptions>(configuration.GetSection(AuditOptions.Section));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>());
        services.AddHttpClient<AuditWebhook>(http => http.Timeout = TimeSpan.FromSeconds(30))
            .RemoveAllLoggers() // they quote addresses, and a webhook's is a secret
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        return services;
    }
}
