using System.Net.Http.Json;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FuseDeskFlows.Tests.EndToEnd.Telemetry;

/// <summary>Which exporters a setting starts.</summary>
public sealed class ExporterTests : IDisposable
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("fusedeskflows-exporter-");

    [Fact]
    public async Task Without_an_address_nothing_is_started()
    {
        await using var app = await TriageApp.StartAsync();

        Assert.Null(app.Host.Services.GetService<TracerProvider>());
        Assert.Null(app.Host.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task An_address_alone_is_enough_for_a_collector_that_speaks_gRPC()
    {
        await using var collector = await Collector.StartAsync(grpc: true);
        await using (var app = await TriageApp.StartAsync(settings: collector.Settings[0]))
        {
            await app.TriageAsync(new { caseId = SandboxPeople.ArticleCase });
            Assert.NotNull(app.Host.Services.GetService<TracerProvider>());
        }

        // What had not been sent yet was sent when the app ended.
        Assert.Equal(
            [
                "/opentelemetry.proto.collector.logs.v1.LogsService/Export",
                "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
                "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
            ],
            collector.Paths.Order(StringComparer.Ordinal));
        Assert.Contains("activity:summarize_case", collector.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_address_is_named_and_nothing_starts()
    {
        await using var sandbox = await SandboxServer.StartAsync(new(), TestContext.Current.CancellationToken);
        await using var host = AppProcess.Start(_state.FullName, sandbox, ("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317"));

        Assert.Equal(1, await host.EndAsync());
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT must be", host.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_Insights_gets_traces_metrics_and_logs()
    {
        await using var collector = await Collector.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(new(), TestContext.Current.CancellationToken);
        var endpoint = collector.Settings[0].Value;
        await using var host = AppProcess.Start(
            _state.FullName,
            sandbox,
            (
                "APPLICATIONINSIGHTS_CONNECTION_STRING",
                $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={endpoint}/"),
            ("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true"),
            ("OTEL_BSP_SCHEDULE_DELAY", "50"),
            ("OTEL_BLRP_SCHEDULE_DELAY", "50"));
        await host.WaitUntilServingAsync(TestContext.Current.CancellationToken);

        using var response = await host.Client.PostAsJsonAsync(
            "/api/cases/triage", new { caseId = SandboxPeople.ArticleCase }, TestContext.Current.CancellationToken);
        await host.UntilAsync(response.Headers.Location!, run => run.GetProperty("status").GetString() is "completed");
        await collector.UntilAsync(it => Inflated(it).Contains("activity:summarize_case", StringComparison.Ordinal));

        Assert.Contains("\"RequestData\"", Inflated(collector), StringComparison.Ordinal);
        Assert.Contains("\"RemoteDependencyData\"", Inflated(collector), StringComparison.Ordinal);
        await collector.UntilAsync(it => Inflated(it).Contains("of CaseTriage completed after", StringComparison.Ordinal));

        // Metrics are sent once a minute, and when the app ends.
        await host.StopAsync();
        await collector.UntilAsync(it => Inflated(it).Contains("\"runs.completed\"", StringComparison.Ordinal));
        Assert.DoesNotContain("Omar Haddad", Inflated(collector), StringComparison.Ordinal);
    }

    public void Dispose() => _state.Delete(recursive: true);

    private static string Inflated(Collector collector) => string.Concat(collector.Bodies.Select(Collector.Inflate));
}
