using DurableSqlite.Functions;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DurableSqlite;

/// <summary>Adds the storage provider to a host of the WebJobs Durable extension.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>
    /// Makes "sqlite" a <c>storageProvider.type</c>. The <see cref="TimeProvider"/> among the services is the hubs' clock, and
    /// <see cref="SqliteStorageHealth"/> says how their files are.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddDurableTaskSqlite(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SqliteStorageHealth>();
        return services.AddSingleton<IDurabilityProviderFactory, SqliteDurabilityProviderFactory>();
    }
}
