using DurableSqlite.Messages;
using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Tracing;

namespace LocalHost.Tests.Sqlite;

public sealed class EventSerializerTests
{
    private static readonly FailureDetails Failure =
        new("Type", "message", "stack", new FailureDetails("Inner", "cause", null, null, false), true);

    private static readonly HistoryEvent[] Events =
    [
        new ExecutionStartedEvent(-1, "\"2020-01-01T00:00:00Z\"")
        {
            Name = "n",
            Version = "1",
            Generation = 2,
            ScheduledStartTime = new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "b" },
            OrchestrationInstance = new OrchestrationInstance { InstanceId = "i", ExecutionId = "x" },
            ParentInstance = new ParentInstance
            {
                Name = "p",
                TaskScheduleId = 4,
                OrchestrationInstance = new OrchestrationInstance { InstanceId = "pi" },
            },
            ParentTraceContext = new DistributedTraceContext("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "s=1")
            {
                Id = "id",
                SpanId = "span",
                ActivityStartTime = new DateTimeOffset(2030, 1, 1, 2, 3, 4, 567, TimeSpan.Zero),
            },
        },
        new ExecutionCompletedEvent(5, "r", OrchestrationStatus.Failed, Failure),
        new ContinueAsNewEvent(6, "in"),
        new ExecutionTerminatedEvent(-1, "in"),
        new ExecutionSuspendedEvent(-1, "why"),
        new ExecutionResumedEvent(-1, "why"),
        new ExecutionRewoundEvent(-1, "why") { ParentExecutionId = "pe", InstanceId = "c" },
        new TaskScheduledEvent(3, "n", "v", "in") { Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["k"] = "v" } },
        new TaskCompletedEvent(-1, 3, "\"2020-01-01T00:00:00+02:00\""),
        new TaskFailedEvent(-1, 3, "why", "details", Failure),
        new SubOrchestrationInstanceCreatedEvent(2) { Name = "n", Version = "v", InstanceId = "i", Input = "x", ClientSpanId = "s" },
        new SubOrchestrationInstanceCompletedEvent(-1, 2, "r"),
        new SubOrchestrationInstanceFailedEvent(-1, 2, "r", "d", Failure),
        new TimerCreatedEvent(4, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
        new TimerFiredEvent(-1, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc)) { TimerId = 4 },
        new OrchestratorStartedEvent(-1),
        new OrchestratorCompletedEvent(-1),
        new EventSentEvent(7) { InstanceId = "i", Name = "n", Input = "x" },
        new EventRaisedEvent(-1, "x") { Name = "n" },
        new GenericEvent(-1, "d"),
    ];

    [Fact]
    public void A_history_that_is_shown_has_all_properties_and_one_that_is_kept_only_those_that_say_something()
    {
        TaskFailedEvent[] events = [new(-1, 3, "why", null, null)];
        Assert.Contains("\"Details\":null", EventSerializer.WriteWhole(events), StringComparison.Ordinal);
        Assert.DoesNotContain("null", EventSerializer.Write(events), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_comes_back_as_it_was()
    {
        var json = EventSerializer.Write(Events);
        var back = EventSerializer.ReadEvents(json).ToList();

        Assert.Equal(Events.Select(e => e.GetType()), back.Select(e => e.GetType()));
        Assert.Equal(Events.Select(e => (e.EventId, e.EventType, e.Timestamp)), back.Select(e => (e.EventId, e.EventType, e.Timestamp)));
        Assert.Equal(json, EventSerializer.Write(back));
        Assert.DoesNotContain("DurableTask.Core", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payload_that_looks_like_a_date_stays_the_text_that_it_is()
    {
        var back = EventSerializer.ReadEvents(EventSerializer.Write(Events)).ToList();

        Assert.Equal("\"2020-01-01T00:00:00+02:00\"", back.OfType<TaskCompletedEvent>().Single().Result);
        Assert.Equal("cause", back.OfType<TaskFailedEvent>().Single().FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public void The_trace_of_a_start_comes_back_with_the_span_that_it_opened()
    {
        var back = EventSerializer.ReadEvents(EventSerializer.Write(Events)).ToList();

        var trace = ((ExecutionStartedEvent)back[0]).ParentTraceContext;
        Assert.Equal(("id", "span", "s=1", new DateTimeOffset(2030, 1, 1, 2, 3, 4, 567, TimeSpan.Zero)),
            (trace.Id, trace.SpanId, trace.TraceState, trace.ActivityStartTime));
    }
}
