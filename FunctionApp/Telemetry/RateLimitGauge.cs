using System.Diagnostics.Metrics;
using FuseDeskFlows.RateLimiting;
using Microsoft.Extensions.Hosting;

namespace FuseDeskFlows.Telemetry;

/// <summary>
/// Shows how many calls the quota has left by the last response's headers. Only FuseDesk's are told. Nothing is shown once the window is
/// over: the next response will tell.
/// </summary>
internal sealed class RateLimitGauge : IHostedService
{
    /// <summary>Adds the gauge to the app's meter.</summary>
    /// <param name="meters">Makes the meter, which ends with the host.</param>
    /// <param name="tracker">What the responses told.</param>
    public RateLimitGauge(IMeterFactory meters, RateLimitTracker tracker) => meters.Create(AppTelemetry.Name).CreateObservableGauge(
        "fusedesk.quota.remaining", () => Measure(tracker), "{call}", "Calls left in the quota's present window.");

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<Measurement<int>> Measure(RateLimitTracker tracker) =>
        tracker.CurrentWindow?.Remaining is { } remaining
            ? [new(remaining, AppTelemetry.Tag("owner", "fusedesk"))]
            : [];
}
