using System.Collections.Concurrent;
using System.Diagnostics;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

/// <summary>Keeps the durable spans of one trace. Sources belong to the process, so that other tests' spans are about too.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = new();

    public SpanRecorder()
    {
        Root = new Activity("root").SetIdFormat(ActivityIdFormat.W3C);
        Root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        Root.Start();
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is DurableSpans.ClientSource or DurableSpans.HostSource,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What the trace begins with; current until this is disposed.</summary>
    public Activity Root { get; }

    public IReadOnlyList<Activity> Spans => [.. _ended.Where(span => span.TraceId == Root.TraceId)];

    public IReadOnlyList<string> Names => [.. Spans.Select(span => span.DisplayName).Order(StringComparer.Ordinal)];

    public Activity One(string name) => Assert.Single(Spans, span => string.Equals(span.DisplayName, name, StringComparison.Ordinal));

    public Task UntilAsync(string name) => EngineBed.UntilAsync(() => Names.Contains(name, StringComparer.Ordinal), () => $"{name} among {string.Join(", ", Names)}");

    public void Dispose()
    {
        Root.Dispose();
        _listener.Dispose();
    }
}
