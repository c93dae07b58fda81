using Azure.Monitor.OpenTelemetry.Exporter;
using FuseDeskFlows.Settings;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace FuseDeskFlows.Telemetry;

/// <summary>Puts telemetry into the app's services.</summary>
internal static class TelemetryRegistration
{
    /// <summary>The source of .NET's own HTTP spans; it leaves queries out, in which searches and ids stand.</summary>
    public const string HttpClientSource = "System.Net.Http";

    // Of the durable client. Somebody must listen to it, or it does not hand on the trace to the run that it starts.
    private const string DurableClientSource = "Microsoft.DurableTask";

    /// <summary>Adds traces, metrics and logs if a setting says where to, and nothing that costs anything if none does.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.AddHostedService<RateLimitGauge>();
        services.AddCheckedOptions<TelemetryOptions>(configuration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>());
        var options = configuration.Get<TelemetryOptions>() ?? new();
        var isUsable = new TelemetryOptionsValidator().Validate(name: null, options).Succeeded;
        if ((!options.UsesOtlp && !options.UsesAzureMonitor) || !isUsable)
        {
            // Nobody is to be asked with settings that end the start: the exporters would end it first, and quote them.
            return services;
        }

        var telemetry = services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(tracing => tracing
                .AddSource(AppTelemetry.Name, DurableClientSource, HttpClientSource)
                .AddProcessor(new SpanFilter(OrchestrationNames.Find())))
            .WithMetrics(metrics => metrics.AddMeter(AppTelemetry.Name))
            .WithLogging(configureBuilder: null, logs => logs.IncludeFormattedMessage = true);
        services.AddLogging(FilterFrameworks);
        if (options.UsesAzureMonitor)
        {
            AddAzureMonitor(telemetry, options);
        }

        if (options.UsesOtlp)
        {
            telemetry.UseOtlpExporter();
        }

        return services;
    }

    // Azure's worker hands no line to its host any more once it has UseFunctionsWorkerDefaults, so all that the app logs leaves it here.
    // What frameworks tell of their daily work stays: it quotes addresses with their queries.
    private static void FilterFrameworks(ILoggingBuilder logging)
    {
        foreach (var framework in new[] { "Azure", "Microsoft", "Polly", "System" })
        {
            logging.AddFilter<OpenTelemetryLoggerProvider>(framework, LogLevel.Warning);
        }
    }

    private static void AddAzureMonitor(IOpenTelemetryBuilder telemetry, TelemetryOptions options)
    {
        var identity = AzureMonitorIdentity.CreateCredential(options.AzureMonitorAuthentication);
        telemetry
            .WithTracing(tracing => tracing.AddAzureMonitorTraceExporter(Configure))
            .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Configure))
            .WithLogging(logging => logging.AddAzureMonitorLogExporter(Configure));

        void Configure(AzureMonitorExporterOptions exporter)
        {
            exporter.ConnectionString = options.AzureMonitor;
            exporter.Credential = identity;

            // A run is followed as a whole or not at all; five traces a second, the default, would cut a burst of events into pieces.
            exporter.TracesPerSecond = null;
            exporter.SamplingRatio = 1;
            exporter.EnableTraceBasedLogsSampler = false; // alerts read the log

            // The Functions host sends these.
            exporter.EnableLiveMetrics = false;
            exporter.EnableStandardMetrics = false;
            exporter.EnablePerformanceCounters = false;
        }
    }
}
