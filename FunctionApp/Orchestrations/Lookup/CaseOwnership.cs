using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Lookup;

/// <summary>Which of the listed cases are the contact's.</summary>
internal static class CaseOwnership
{
    /// <summary>Picks the contact's cases, each once.</summary>
    /// <param name="cases">The listed cases; an upstream that ignores the filter may have listed others' too.</param>
    /// <param name="crm">The contact's id in the CRM, if it is known.</param>
    /// <returns>The one that was opened last first; of several opened in the same moment the one with the highest id.</returns>
    public static IEnumerable<CaseListItem> NewestFirst(IEnumerable<CaseListItem> cases, ContactId contact, CrmId? crm) => cases
        .Where(candidate => MayBelongTo(candidate, contact, crm))
        .DistinctBy(candidate => candidate.Id)
        .OrderByDescending(candidate => candidate.OpenedAt ?? DateTimeOffset.MinValue)
        .ThenByDescending(candidate => candidate.Id.Value);

    /// <summary>Tells of a case that was listed for the contact, and turned out to be another's.</summary>
    public static ReportProblem OfAnotherContact(CaseId id) => new()
    {
        Type = ProblemTypes.CaseOfAnotherContact,
        Detail = $"Case {id} was listed for this customer but names another contact, so it is not shown.",
    };

    /// <summary>Tells whether a case can be a contact's.</summary>
    /// <param name="crm">The contact's id in the CRM, if it is known.</param>
    /// <returns>False if the case names another contact; true if it names this one or none.</returns>
    public static bool MayBelongTo(CaseHeader header, ContactId contact, CrmId? crm) =>
        new ContactIdentity(contact, crm).IsNamedBy(header.ContactId, header.CrmId) is not false;
}
