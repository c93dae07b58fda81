using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Telemetry;

/// <summary>Where telemetry goes, by the settings that OpenTelemetry and Azure Functions know. None set: nowhere.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The address of an OpenTelemetry collector; the other <c>OTEL_</c> settings apply as well.</summary>
    [ConfigurationKeyName("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>The connection string of Application Insights.</summary>
    [ConfigurationKeyName("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public string AzureMonitor { get; set; } = "";

    /// <summary>
    /// Who the app is to Application Insights, such as <c>ClientId=...;Authorization=AAD</c>; the Functions host reads the same setting.
    /// </summary>
    [ConfigurationKeyName("APPLICATIONINSIGHTS_AUTHENTICATION_STRING")]
    public string AzureMonitorAuthentication { get; set; } = "";

    /// <summary>Whether traces, metrics and logs go to a collector.</summary>
    public bool UsesOtlp => !string.IsNullOrWhiteSpace(OtlpEndpoint);

    /// <summary>Whether traces, metrics and logs go to Application Insights.</summary>
    public bool UsesAzureMonitor => !string.IsNullOrWhiteSpace(AzureMonitor);
}
