using FuseDeskFlows.Activities.Agent;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Events;
using FuseDeskFlows.Language;
using FuseDeskFlows.Orchestrations;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.RateLimiting.Settings;
using FuseDeskFlows.Telemetry;
using FuseDeskFlows.Triggers.Mcp;
using FuseDeskFlows.Triggers.Pages;
using FuseDeskFlows.Truto;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows;

/// <summary>The app's services, also for tests; each room registers its own.</summary>
internal static class AppServices
{
    public static IServiceCollection AddFuseDeskFlows(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RateLimitOptions>, FlowSettingsValidator>());
        return services
            .AddTruto(configuration)
            .AddEscalationAudit(configuration)
            .AddCaseEvents(configuration)
            .AddWrites(configuration)
            .AddLanguage(configuration)
            .AddAgent(configuration, AgentFlowTools.Definitions)
            .AddTelemetry(configuration)
            .AddConsole(configuration)
            .AddAssistants(configuration);
    }
}
