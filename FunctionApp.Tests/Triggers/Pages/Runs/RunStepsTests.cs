using DurableTask.Core.History;
using FuseDeskFlows.Reports.Pages.Runs;
using FuseDeskFlows.Triggers.Pages.Runs;

namespace FuseDeskFlows.Tests.Triggers.Pages.Runs;

public sealed class RunStepsTests
{
    [Fact]
    public void Calls_waits_and_children_are_told_apart_with_their_beginning_and_end()
    {
        var steps = RunSteps.Read(
            [
                At(new TaskScheduledEvent(1) { Name = "get_case" }, 0),
                At(new TaskCompletedEvent(-1, 1, "{}"), 2),
                At(new TimerCreatedEvent(2) { FireAt = Some.Moment.AddSeconds(9).UtcDateTime }, 3),
                At(new TimerFiredEvent(-1) { TimerId = 2 }, 10),
                At(new SubOrchestrationInstanceCreatedEvent(3) { Name = "ReadBatch" }, 11),
                At(new TaskScheduledEvent(4) { Name = "summarize" }, 12),
                At(new TaskFailedEvent(-1, 4, "no", "no"), 13),
            ],
            endedAt: null);

        Assert.Equal(
            [
                new("get_case", RunStepKind.Call, Some.Moment, Some.Moment.AddSeconds(2), false),
                new("wait", RunStepKind.Wait, Some.Moment.AddSeconds(3), Some.Moment.AddSeconds(10), false),
                new("ReadBatch", RunStepKind.Child, Some.Moment.AddSeconds(11), null, false),
                new("summarize", RunStepKind.Call, Some.Moment.AddSeconds(12), Some.Moment.AddSeconds(13), true),
            ],
            steps);
    }

    [Fact]
    public void A_wait_that_goes_on_ends_when_it_will_and_no_later_than_its_run()
    {
        var wait = At(new TimerCreatedEvent(1) { FireAt = Some.Moment.AddHours(1).UtcDateTime }, 0);

        Assert.Equal(Some.Moment.AddHours(1), RunSteps.Read([wait], endedAt: null).Single().Ended);
        Assert.Equal(Some.Moment.AddMinutes(1), RunSteps.Read([wait], Some.Moment.AddMinutes(1)).Single().Ended);
    }

    [Fact]
    public void A_wait_ends_when_it_was_to_end_whenever_the_store_says_that_it_was_over()
    {
        var until = Some.Moment.AddSeconds(9);
        var wait = At(new TimerCreatedEvent(1) { FireAt = until.UtcDateTime }, 0);
        var over = At(new TimerFiredEvent(-1) { TimerId = 1, FireAt = until.UtcDateTime }, 0);

        Assert.Equal(until, RunSteps.Read([wait, over], endedAt: null).Single().Ended);
    }

    private static HistoryEvent At(HistoryEvent told, int seconds)
    {
        told.Timestamp = Some.Moment.AddSeconds(seconds).UtcDateTime;
        return told;
    }
}
