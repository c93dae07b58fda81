using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Tests.Orchestrations.Lookup;

public sealed class ContactMatchTests
{
    [Fact]
    public void An_exact_address_wins_over_others_that_contain_it() => Assert.Equal(
        Some.SarahId,
        ContactMatch
            .ByEmail("sarah@examplecorp.com", [Some.Sarah with { Id = new("x"), Email = "not-sarah@examplecorp.com" }, Some.Sarah])
            .Customer?.ContactId);

    [Fact]
    public void Two_contacts_with_the_same_address_are_not_told_apart()
    {
        var choice = ContactMatch.ByEmail("sarah@examplecorp.com", [Some.Sarah, Some.Sarah with { Id = new("c-2") }]);

        Assert.Null(choice.Customer);
        Assert.Equal(ProblemTypes.SeveralContacts, choice.Problem?.Type);
        Assert.Equal(2, choice.Candidates.Count);
    }

    [Fact]
    public void A_search_takes_its_only_hit() => Assert.NotNull(ContactMatch.BySearch("meyer", [Some.Sarah]).Customer);

    [Fact]
    public void A_search_by_a_whole_address_takes_the_contact_who_has_it() => Assert.Equal(
        Some.SarahId,
        ContactMatch
            .BySearch("sarah@examplecorp.com", [Some.Sarah with { Id = new("x"), Email = "a@b.c" }, Some.Sarah])
            .Customer?.ContactId);

    [Fact]
    public void A_long_list_of_candidates_is_cut() => Assert.Equal(
        ContactMatch.MaxCandidates,
        ContactMatch
            .BySearch("a", [.. Enumerable.Range(0, 400).Select(id => Some.Sarah with { Id = new($"c-{id}"), Email = null })])
            .Candidates.Count);
}
