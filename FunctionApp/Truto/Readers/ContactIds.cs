using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>
/// Reads whose a case, a chat or a mail is. <c>contactUuid</c> is FuseDesk's id and <c>contactid</c> the CRM's number; where
/// <c>contactid</c> holds no number, it can only be the uuid.
/// </summary>
internal static class ContactIds
{
    /// <summary>Null if it names none.</summary>
    public static ContactId? ParseContactId(JsonFields fields)
    {
        if (fields.TextId("contactuuid") is { } uuid)
        {
            return new ContactId(uuid);
        }

        return fields.Text("contactid") is { } id && JsonScalar.Number(id) is null ? new ContactId(id) : null;
    }

    /// <summary>Null if it names none.</summary>
    public static CrmId? ParseCrmId(JsonFields fields) =>
        fields.NumericId("crmid", "contactid") is { } id ? new CrmId(id) : null;
}
