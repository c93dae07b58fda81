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
        services.AddOptions<CaseEventOptions>().Bind(configuration.GetSection(CaseEventOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CaseEventOptions>, CaseEventOptionsValidator>());
        services.AddOptions<TrutoWebhookOptions>().Bind(configuration.GetSection(TrutoWebhookOptions.Section))
            .Validate(
                webhook => webhook.MaxAge > TimeSpan.Zero,
                $"{TrutoWebhookOptions.Section}:{nameof(TrutoWebhookOptions.MaxAge)} must be more than zero")
            .ValidateOnStart();
        services.TryAddSingleton(_ => QueueRegistration.Connect(configuration));
        services.TryAddSingleton<CaseEventQueues>();
        services.TryAddSingleton<RecordMapping>();
        services.TryAddSingleton<PoisonMessages>();
        return services;
    }
}
