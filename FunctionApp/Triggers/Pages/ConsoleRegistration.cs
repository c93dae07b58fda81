using FuseDeskFlows.Triggers.Pages.Access;
using FuseDeskFlows.Triggers.Pages.Asking;
using FuseDeskFlows.Triggers.Pages.Runs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.Triggers.Pages;

/// <summary>Puts the console into the app's services.</summary>
internal static class ConsoleRegistration
{
    public static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConsoleOptions>()
            .Bind(configuration.GetSection(ConsoleOptions.Section))
            .Validate(
                options => options.Access is "" or ConsoleOptions.Local or ConsoleOptions.Entra,
                "Console:Access must be local or entra; empty, nobody may open the console.")
            .Validate(
                options => options.ApproverGroup.Length == 0 || Guid.TryParse(options.ApproverGroup, out _),
                "Console:ApproverGroup must be the object id of a group.")
            .ValidateOnStart();
        return services.AddSingleton<ConsoleGuard>().AddSingleton<ReportCache>().AddSingleton<NewestRuns>().AddSingleton<AskFlows>();
    }
}
