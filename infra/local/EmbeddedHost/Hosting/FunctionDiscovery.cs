using FuseDeskFlows.EmbeddedHost.Hosting.Configuration;
using FuseDeskFlows.EmbeddedHost.Http;
using FuseDeskFlows.EmbeddedHost.Queues;
using FuseDeskFlows.EmbeddedHost.Timers;
using FuseDeskFlows.EmbeddedHost.Worker.Durable;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Finds the app's functions with the settings that they depend on.</summary>
internal static class FunctionDiscovery
{
    /// <summary>The functions.</summary>
    /// <exception cref="HostStartException">Some cannot be run as they are declared.</exception>
    public static FunctionCatalog Find(HostSetup setup, HostPlan plan, IConfiguration configuration)
    {
        var settings = new SettingExpander(configuration);
        var zone = TimerSchedules.Zone(configuration["WEBSITE_TIME_ZONE"]);
        ITriggerBinder[] binders =
        [
            new HttpBinder(plan.Runtime.HostJson.RoutePrefix),
            new TimerBinder(settings, zone, setup.Time),
            new QueueBinder(settings),
            new OrchestrationBinder(),
            new ActivityBinder(),
            new EntityBinder(),
        ];
        var catalog = new FunctionScanner(binders, settings).Scan(setup.FunctionTypes);
        if (!plan.UsesAspNetCore && catalog.With<HttpFunctionTrigger>().FirstOrDefault().Function is { } http)
        {
            throw new HostStartException(
                $"Function '{http.Name}': HTTP functions use ASP.NET Core's types here; call builder.ConfigureFunctionsWebApplication() in Program.cs.");
        }

        return catalog;
    }
}
