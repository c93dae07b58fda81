namespace FuseDeskFlows.FuseDesk.Ids;

/// <summary>
/// The one reading of whose something is. Where both sides name FuseDesk's own id, it decides; the CRM's number does where one of them
/// lacks it, since the number may have stayed on what was moved to another contact.
/// </summary>
/// <param name="Id">The contact's id in FuseDesk, if it is known.</param>
/// <param name="CrmId">The contact's id in the CRM, if it is known.</param>
internal readonly record struct ContactIdentity(ContactId? Id, CrmId? CrmId)
{
    /// <summary>Tells whether something names this contact.</summary>
    /// <returns>False if it names another; null if there is nothing to compare.</returns>
    public bool? IsNamedBy(ContactId? id, CrmId? crm) => (Id, id, CrmId, crm) switch
    {
        ({ } own, { } named, _, _) => string.Equals(own.Value, named.Value, StringComparison.OrdinalIgnoreCase),
        (_, _, { } own, { } named) => own == named,
        _ => null,
    };
}
