using Bunit;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports.Timeline;

namespace FuseDeskFlows.Tests.Reports.Timeline;

public sealed class TimelineDrawingTests : BunitContext
{
    [Fact]
    public void A_drawing_has_a_dot_in_its_lane_for_each_entry_with_a_date()
    {
        var drawing = Render<TimelineDrawing>(parameters => parameters.Add(drawing => drawing.Entries,
        [
            new() { Channel = "case", At = Some.Moment, Direction = Direction.Inbound },
            new() { Channel = "email", At = Some.Moment.AddDays(1), Direction = Direction.Outbound },
            new() { Channel = "chat", Direction = Direction.Inbound },
        ]));

        Assert.Equal(
            [("inbound", "30"), ("outbound", "114")],
            drawing.FindAll("circle[r='9']").Select(dot => (dot.ClassName, dot.GetAttribute("cy"))));
    }
}
