using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FuseDeskFlows.Telemetry;

namespace FuseDeskFlows.Tests.EndToEnd.CaseEvents;

/// <summary>Listens to the app's counters. They belong to the process: who counts exactly must not run beside others who count.</summary>
internal sealed class CountedEvents : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Instrument, string Tag), long> _counts = new();

    public CountedEvents()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (string.Equals(instrument.Meter.Name, AppTelemetry.Name, StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            _counts.AddOrUpdate((instrument.Name, tags.Length > 0 ? tags[0].Value?.ToString() ?? "" : ""), value, (_, sum) => sum + value));
        _listener.Start();
    }

    public long Of(string instrument, string tag) => _counts.GetValueOrDefault((instrument, tag));

    public void Dispose() => _listener.Dispose();
}
