using System.Reflection;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

/// <summary>Adds a functions app to OpenTelemetry.</summary>
public static class ConfigureFunctionsOpenTelemetry
{
    /// <summary>
    /// Adds the spans of function runs, and a service name unless one is set. On Azure the Functions host tells of requests and of durable
    /// functions by itself; here there is no other process to do so, and they are added as well.
    /// </summary>
    /// <param name="builder">The app's telemetry.</param>
    /// <returns>The builder.</returns>
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // Clear and defaults: what OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say comes last, and wins.
        builder.ConfigureResource(resource => resource.Clear()
            .AddService(Assembly.GetEntryAssembly()?.GetName().Name ?? "FunctionApp", autoGenerateServiceInstanceId: false)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector());
        return builder.WithTracing(tracing => tracing
            .AddSource(FunctionSpans.Source, DurableSpans.HostSource)
            .AddAspNetCoreInstrumentation(options => options.Filter = IsOfThisHost));
    }

    // The sandbox serves in the same process.
    private static bool IsOfThisHost(AspNetCore.Http.HttpContext http) => http.RequestServices?.GetService<HostRuntime>() is not null;
}
