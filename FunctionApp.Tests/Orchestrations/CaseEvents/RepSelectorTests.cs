using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.CaseEvents;

namespace FuseDeskFlows.Tests.Orchestrations.CaseEvents;

public sealed class RepSelectorTests
{
    private static readonly DepartmentId Support = new(3);
    private static readonly Rep Bea = Some.Anna with { Id = new(8), Name = "Bea" };
    private static readonly Rep Off = Some.Anna with { Id = new(1), Name = "Off", Active = false };
    private static readonly Rep Elsewhere = Some.Anna with { Id = new(2), Name = "Else", DefaultDepartmentId = new(9) };
    private static readonly Rep[] Everybody = [Some.Anna, Bea, Off, Elsewhere];

    [Fact]
    public void Only_active_members_are_able()
    {
        Assert.Equal([Bea], RepSelector.EligibleReps(Everybody, new() { Id = Support, RepIds = [Bea.Id, Off.Id] }, Support));
        Assert.Equal([Some.Anna, Bea, Elsewhere], RepSelector.EligibleReps(Everybody, new() { Id = Support, AllReps = true }, Support));
        Assert.Equal([Some.Anna, Bea], RepSelector.EligibleReps(Everybody, null, Support));
        Assert.Equal([Some.Anna, Bea], RepSelector.EligibleReps(Everybody, new() { Id = Support }, Support));
    }

    [Fact]
    public void The_least_loaded_is_proposed_with_her_load()
    {
        var proposed = RepSelector.LeastLoaded(
            [Some.Anna, Bea], Some.Anna.Id, new Dictionary<RepId, int> { [Some.Anna.Id] = 3, [Bea.Id] = 2 });

        Assert.Equal((Bea.Id, 2), (proposed.Id, proposed.OpenCases));
    }

    [Fact]
    public void Among_equals_the_one_who_answered_last_goes_on()
    {
        var proposed = RepSelector.LeastLoaded([Some.Anna, Bea], Bea.Id, new Dictionary<RepId, int>());

        Assert.Equal((Bea.Id, 0), (proposed.Id, proposed.OpenCases));
    }

    [Fact]
    public void An_unknown_load_is_said_to_be_unknown()
    {
        var proposed = RepSelector.LeastLoaded([Bea, Some.Anna], lastRep: null, load: null);

        Assert.Equal((Some.Anna.Id, null), (proposed.Id, proposed.OpenCases));
        Assert.Contains("unknown", proposed.Reason, StringComparison.Ordinal);
    }
}
