using Bunit;
using FuseDeskFlows.Reports.Pages;

namespace FuseDeskFlows.Tests.Reports.Pages;

public sealed class FoldedListTests : BunitContext
{
    [Theory]
    [InlineData(8, 8, 0)]
    [InlineData(30, 8, 22)]
    public void Of_a_long_list_the_first_show_and_the_others_unfold(int count, int shown, int folded)
    {
        var list = Render<FoldedList<int>>(parameters => parameters
            .Add(list => list.Id, "more")
            .Add(list => list.Items, [.. Enumerable.Range(0, count)])
            .Add(list => list.ChildContent, item => $"<li>{item}</li>"));

        Assert.Equal((shown, folded), (list.FindAll("ul:first-child > li").Count, list.FindAll("details > ul > li").Count));
        Assert.Equal(folded > 0 ? ["22 more"] : [], list.FindAll("summary").Select(summary => summary.TextContent));
    }
}
