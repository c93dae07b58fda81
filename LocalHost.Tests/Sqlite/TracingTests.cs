using System.Collections.Concurrent;
using System.Diagnostics;
using LocalHost.Tests.Sqlite.Support;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Sqlite;

public sealed class TracingTests
{
    [Theory]
    [InlineData(HubMode.Kept, false)]
    [InlineData(HubMode.NothingKept, false)]
    [InlineData(HubMode.Kept, true)]
    public async Task A_run_is_one_trace_with_its_children_and_activities_also_over_a_restart(HubMode mode, bool restarts)
    {
        ConcurrentQueue<Activity> spans = new();
        using ActivitySource source = new("test");
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name is "DurableTask.Core" or "test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var hub = await new TestHub(mode)
            .Orchestration("child", script => script.CallAsync("echo", "x"))
            .Orchestration("parent", async script =>
            {
                await script.CallAsync("echo", "x");
                await script.EventAsync("e");
                return await script.CallChildAsync("child", $"{script.Id}:c", "");
            }).StartAsync();
        ActivityTraceId trace;
        using (var root = source.StartActivity("root")!)
        {
            trace = root.TraceId;
            await hub.StartAsync("parent", "traced");
        }

        await Eventually.TrueAsync(() => hub.Count("Inbox") + hub.Count("Task") == 0 && hub.Count("History") > 1);
        if (restarts)
        {
            await hub.RestartAsync();
        }

        await hub.RaiseAsync("traced", "e", "x");
        await hub.OutputOfAsync("traced");

        await Eventually.TrueAsync(() => spans.Any(span => span.DisplayName is "orchestration:parent"));
        var ours = spans.Where(span => span.TraceId == trace).ToList();
        Assert.Equal(2, ours.Count(span => span.DisplayName is "activity:echo" && span.Kind == ActivityKind.Server));
        Assert.Contains(ours, span => span.DisplayName is "orchestration:child");
        var parent = Assert.Single(ours, span => span.DisplayName is "orchestration:parent" && span.Kind == ActivityKind.Server);
        Assert.All(ours.Where(span => span.ParentSpanId != default),
            span => Assert.Contains(ours, above => above.SpanId == span.ParentSpanId));
        Assert.NotEqual(default, parent.ParentSpanId);
    }
}
