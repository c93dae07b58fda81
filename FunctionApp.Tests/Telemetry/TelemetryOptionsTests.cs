using Azure.Identity;
using FuseDeskFlows.Telemetry;

namespace FuseDeskFlows.Tests.Telemetry;

public sealed class TelemetryOptionsTests
{
    [Theory]
    [InlineData("", "", null)]
    [InlineData("http://localhost:4317", "InstrumentationKey=1;IngestionEndpoint=https://x/", null)]
    [InlineData("localhost:4317", "", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("file:///etc", "", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("", "1234", "APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [InlineData("", "InstrumentationKey=1;secret", "APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [InlineData("", "IngestionEndpoint=https://x/", "APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public void A_wrong_setting_is_named(string otlp, string azure, string? named)
    {
        var result = new TelemetryOptionsValidator().Validate(null, new() { OtlpEndpoint = otlp, AzureMonitor = azure });

        Assert.Equal(named is null, result.Succeeded);
        Assert.All(result.Failures ?? [], failure => Assert.StartsWith(named!, failure, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("ClientId=5", false)]
    [InlineData("Authorization=AAD", true)]
    [InlineData("ClientId=5;Authorization=AAD", true)]
    [InlineData(" authorization = aad ; clientid = 5 ;", true)]
    public void The_apps_identity_is_taken_where_the_host_takes_it(string setting, bool identity)
    {
        if (identity)
        {
            Assert.IsType<ManagedIdentityCredential>(AzureMonitorIdentity.CreateCredential(setting));
        }
        else
        {
            Assert.Null(AzureMonitorIdentity.CreateCredential(setting));
        }
    }
}
