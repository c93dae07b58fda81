using FuseDeskFlows.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Telemetry;

/// <summary>Names settings of telemetry that would otherwise be passed over in silence.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var problems = new List<string>();
        if (options.UsesOtlp
            && !(Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            problems.Add("OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address such as http://localhost:4317.");
        }

        var parts = options.AzureMonitor.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (options.UsesAzureMonitor
            && !(Array.Exists(parts, part => part.StartsWith("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
                && Array.TrueForAll(parts, part => part.IndexOf('=', StringComparison.Ordinal) > 0)))
        {
            problems.Add(
                "APPLICATIONINSIGHTS_CONNECTION_STRING must be a connection string of Application Insights: "
                + "InstrumentationKey=...;IngestionEndpoint=...");
        }

        if (SecretSetting.FindFault(options.AzureMonitor) is { } fault)
        {
            problems.Add($"APPLICATIONINSIGHTS_CONNECTION_STRING {fault}.");
        }

        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
