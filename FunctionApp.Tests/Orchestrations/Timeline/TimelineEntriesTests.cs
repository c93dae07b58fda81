using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.Timeline;

namespace FuseDeskFlows.Tests.Orchestrations.Timeline;

public sealed class TimelineEntriesTests
{
    [Fact]
    public void What_a_machine_sent_shows_the_way_it_went()
    {
        var entries = TimelineEntries.Of(
            Some.Case(Some.In("I am away.") with { IsAutomatic = true }, Some.Out(7, "We have your mail.") with { IsAutomatic = true }));

        Assert.Equal([Direction.Inbound, Direction.Outbound], entries.Select(entry => entry.Entry.Direction));
    }
}
