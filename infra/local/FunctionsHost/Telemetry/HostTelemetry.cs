using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LocalFunctionsHost.Telemetry;

/// <summary>
/// The host's part of a trace, by OTLP: requests, orchestrations, activities, timers and entities. The app sends its own part, and the two
/// meet in the trace context that each invocation carries. Without an address nothing listens, and nothing is kept with the messages.
/// </summary>
internal static class HostTelemetry
{
    // Where OpenTelemetry's own setting names are read from: the settings, the environment among them.
    private static readonly string[] Addresses = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    /// <summary>Listens and sends, if a setting says where to; null where nothing is to be sent.</summary>
    public static TracerProvider? Start(HostSettings settings) => Addresses.All(name => string.IsNullOrEmpty(settings.Configuration[name]))
        ? null
        : Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(settings.Configuration))
            .ConfigureResource(resource => resource.Clear()
                .AddService(settings.HostId, autoGenerateServiceInstanceId: false)
                .AddTelemetrySdk()
                .AddEnvironmentVariableDetector())
            .AddSource("DurableTask.Core", "WebJobs.Extensions.DurableTask")
            .AddAspNetCoreInstrumentation(requests => requests.Filter = IsRequest)
            .AddOtlpExporter()
            .Build();

    /// <summary>Names the request's span by the route, which the classic router keeps to itself.</summary>
    public static void Name(HttpContext http, FunctionEntry function, string route)
    {
        if (Activity.Current is { } activity)
        {
            activity.DisplayName = $"{http.Request.Method} {route}";
            activity.SetTag("http.route", route);
            activity.SetTag("faas.name", function.Name);
        }
    }

    // The worker calls this process, too.
    private static bool IsRequest(HttpContext http) =>
        http.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) != true;
}
