using FuseDeskFlows.Activities.Writes.Settings;
using FuseDeskFlows.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>Puts what writes need into the app's services.</summary>
internal static class WriteRegistration
{
    public static IServiceCollection AddWrites(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCheckedOptions<WriteOptions>(configuration.GetSection(WriteOptions.Section));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WriteOptions>, WriteOptionsValidator>());
        services.TryAddTransient<WritePlanner>();
        return services;
    }
}
