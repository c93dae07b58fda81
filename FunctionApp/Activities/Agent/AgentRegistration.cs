using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Activities.Agent.Settings;
using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.Settings;
using FuseDeskFlows.Truto;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Agent;

/// <summary>Puts what agents need into the app's services.</summary>
internal static class AgentRegistration
{
    /// <summary>Adds the tools, the model and the settings, which are checked when the host starts.</summary>
    /// <param name="flows">The flows that are tools.</param>
    public static IServiceCollection AddAgent(this IServiceCollection services, IConfiguration configuration, AgentFlowDefinitions flows)
    {
        services.AddCheckedOptions<AgentOptions>(configuration.GetSection(AgentOptions.Section));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AgentOptions>, AgentOptionsValidator>());
        services.TryAddTransient(provider => new AgentToolset(
            provider.GetRequiredService<TrutoClient>(), flows, provider.GetRequiredService<IOptions<AgentOptions>>()));
        services.TryAddTransient(provider => new ReadTool(
            provider.GetRequiredService<TrutoClient>(), provider.GetRequiredService<TokenCounter>()));
        services.TryAddSingleton(provider => new ResultPager(provider.GetRequiredService<TokenCounter>()));
        services.TryAddSingleton(provider => new AgentModel(
            provider.GetRequiredService<ModelClient>(),
            provider.GetRequiredService<TokenCounter>(),
            provider.GetRequiredService<IOptions<AgentOptions>>(),
            provider.GetRequiredService<IOptions<LanguageOptions>>()));
        return services;
    }
}
