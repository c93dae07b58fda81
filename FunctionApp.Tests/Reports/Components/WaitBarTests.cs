using Bunit;
using FuseDeskFlows.Reports.Components;

namespace FuseDeskFlows.Tests.Reports.Components;

public sealed class WaitBarTests : BunitContext
{
    [Theory]
    [InlineData(10, 20, "50", "waits 10 min")]
    [InlineData(0, 0, "1.5", "waits 0 min")]
    [InlineData(null, 20, "1.5", "waits, nothing tells since when")]
    public void A_bar_is_as_long_as_its_wait_beside_the_longest_and_never_nothing(int? minutes, int longest, string width, string text)
    {
        var bar = Render<WaitBar>(parameters => parameters
            .Add(bar => bar.Level, "critical").Add(bar => bar.Minutes, minutes).Add(bar => bar.Longest, longest));

        Assert.Equal((width, text), (bar.FindAll("rect")[1].GetAttribute("width"), bar.Find("strong").TextContent));
    }
}
