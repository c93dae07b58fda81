using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Triage;

namespace FuseDeskFlows.Tests.Orchestrations.Triage;

public sealed class ColleagueSelectorTests
{
    private static readonly RepId Disabled = new(1);

    [Fact]
    public void Who_worked_on_the_case_last_comes_before_the_lowest_id()
    {
        var supportCase = Some.Case(Some.Note(5, "a"), Some.Note(4, "b"), Some.Out(1, "c"));

        Assert.Equal(4, ColleagueSelector.For([Rep(2), Rep(5), Rep(4)], supportCase, Disabled)?.Id.Value);
    }

    [Fact]
    public void Nobody_of_another_department_or_disabled_is_suggested()
    {
        var supportCase = Some.Case(Some.Note(5, "a"), Some.Note(4, "b"));

        Assert.Null(
            ColleagueSelector.For(
                [Rep(5) with { Active = false }, Rep(4) with { DefaultDepartmentId = new(2) }, Rep(1)], supportCase, Disabled));
    }

    [Fact]
    public void Without_a_department_nobody_is_suggested() =>
        Assert.Null(ColleagueSelector.For([Rep(2)], Some.Case() with { DepartmentId = null }, Disabled));

    private static Rep Rep(long id) => Some.Anna with { Id = new(id) };
}
