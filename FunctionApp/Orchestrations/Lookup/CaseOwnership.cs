using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Orchestrations.Lookup;

/// <summary>Which of the listed cases is the contact's newest.</summary>
internal static class CaseOwnership
{
    /// <summary>Picks the case that was opened last.</summary>
    /// <param name="cases">The listed cases; an upstream that ignores the filter may have listed others' too.</param>
    /// <param name="crm">The contact's id in the CRM, if it is known.</param>
    /// <returns>The newest case; of several opened in the same moment the one with the highest id; null if there is none.</returns>
    public static CaseListItem? Newest(IEnumerable<CaseListItem> cases, ContactId contact, CrmId? crm) => cases
        .Where(candidate => MayBelongTo(candidate, contact, crm))
        .OrderByDescending(candidate => candidate.OpenedAt ?? DateTimeOffset.MinValue)
        .ThenByDescending(candidate => candidate.Id.Value)
        .FirstOrDefault();

    /// <summary>Tells whether a case can be a contact's.</summary>
    /// <param name="crm">The contact's id in the CRM, if it is known.</param>
    /// <returns>False if the case names another contact; true if it names this one or none.</returns>
    public static bool MayBelongTo(CaseHeader header, ContactId contact, CrmId? crm) => header switch
    {
        { ContactId: { } named } => string.Equals(named.Value, contact.Value, StringComparison.OrdinalIgnoreCase),
        { CrmId: { } named } when crm is { } known => named == known,
        _ => true,
    };
}
