using FuseDeskFlows.Settings;
using FuseDeskFlows.Truto.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Events;

/// <summary>Puts what handles case events into the app's services.</summary>
internal static class EventRegistration
{
    /// <summary>Adds queues, options and the reading of records.</summary>
    public static IServiceCollection AddCaseEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCheckedOptions<CaseEventOptions>(configuration.GetSection(CaseEventOptions.Section));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CaseEventOptions>, CaseEventOptionsValidator>());
        services.AddCheckedOptions<TrutoWebhookOptions>(configuration.GetSection(TrutoWebhookOptions.Section));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TrutoWebhookOptions>, TrutoWebhookOptionsValidator>());
        services.TryAddSingleton(_ => QueueRegistration.Connect(configuration));
        services.TryAddSingleton<CaseEventQueues>();
        services.TryAddSingleton<RecordMapping>();
        services.TryAddSingleton<PoisonMessages>();
        return services;
    }
}
