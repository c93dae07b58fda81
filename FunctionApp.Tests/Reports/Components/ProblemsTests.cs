using AngleSharp.Dom;
using Bunit;
using FuseDeskFlows.Reports.Components;

namespace FuseDeskFlows.Tests.Reports.Components;

public sealed class ProblemsTests : BunitContext
{
    [Fact]
    public void Nothing_stands_for_a_list_of_nothing() =>
        Assert.Empty(Render<Problems>(parameters => parameters.Add(problems => problems.Items, [])).Nodes.OfType<IElement>());
}
