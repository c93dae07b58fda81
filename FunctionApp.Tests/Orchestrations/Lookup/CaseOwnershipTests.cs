using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Lookup;

namespace FuseDeskFlows.Tests.Orchestrations.Lookup;

public sealed class CaseOwnershipTests
{
    [Fact]
    public void The_newest_case_is_the_one_opened_last_not_the_one_with_the_highest_number() =>
        Assert.Equal(10, Newest([Some.Listed(10, 5), Some.Listed(90, 1)], Some.SarahId, null)?.Id.Value);

    [Fact]
    public void Of_cases_opened_in_the_same_moment_the_highest_number_counts() =>
        Assert.Equal(12, Newest([Some.Listed(11), Some.Listed(12), Some.Listed(10)], Some.SarahId, null)?.Id.Value);

    [Fact]
    public void A_case_without_a_date_is_the_oldest() =>
        Assert.Equal(10, Newest([Some.Listed(99) with { OpenedAt = null }, Some.Listed(10)], Some.SarahId, null)?.Id.Value);

    [Fact]
    public void Cases_of_others_that_an_ignored_filter_lets_through_are_left_out()
    {
        Assert.Null(Newest([Some.Listed(10, contact: new("c-other"))], Some.SarahId, null));
        Assert.Null(Newest([Some.Listed(10) with { ContactId = null, CrmId = new(1) }], Some.SarahId, new CrmId(2)));
    }

    [Fact]
    public void A_contact_id_is_compared_without_regard_to_case() =>
        Assert.NotNull(Newest([Some.Listed(10, contact: new("C-SARAH"))], Some.SarahId, null));

    private static CaseListItem? Newest(IEnumerable<CaseListItem> cases, ContactId contact, CrmId? crm) =>
        CaseOwnership.NewestFirst(cases, contact, crm).FirstOrDefault();
}
