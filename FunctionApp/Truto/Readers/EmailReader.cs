using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Reads emails. Their fields are not documented, so the usual names are tried.</summary>
internal static class EmailReader
{
    /// <summary>Null if it has no id.</summary>
    public static Email? ParseEmail(JsonElement element)
    {
        var fields = new JsonFields(element);
        return fields.TextId("id", "emailid") is not { } id ? null : new Email
        {
            Id = new EmailId(id),
            From = Address(fields, "from", "fromaddress", "fromemail", "sender"),
            To = Address(fields, "to", "toaddress", "toemail", "recipient"),
            Subject = fields.Text("subject", "title", "summary"),
            ReceivedAt = fields.Timestamp("datereceived", "receivedat", "date", "datecreated", "createdat", "datesent"),
            ContactId = ContactIds.ParseContactId(fields),
        };
    }

    private static string? Address(JsonFields fields, params ReadOnlySpan<string> names)
    {
        var value = fields.Element(names);
        if (JsonList.ReadFlat(value) is { Count: > 0 } several)
        {
            value = several[0];
        }

        return JsonScalar.Text(value) ?? new JsonFields(value).Text("email", "address", "emailaddress");
    }
}
