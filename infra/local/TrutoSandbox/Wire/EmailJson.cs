using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Wire;

/// <summary>A mail that belongs to no case. FuseDesk's own field names are not public; these are plausible ones.</summary>
internal static class EmailJson
{
    /// <summary>In a list: no text.</summary>
    public static JsonObject ListItem(Email email) => new()
    {
        ["id"] = email.Id,
        ["from"] = email.From,
        ["fromName"] = email.FromName,
        ["to"] = "support@harborline.example",
        ["subject"] = email.Subject,
        ["dateReceived"] = WireDates.V2(email.At),
        ["contactId"] = email.CrmId,
        ["contactUuid"] = email.ContactUuid,
        ["departmentId"] = email.DepartmentId,
        ["caseId"] = null,
    };

    /// <summary>By id: with its text.</summary>
    public static JsonObject Detail(Email email)
    {
        var json = ListItem(email);
        json["body"] = email.Body;
        json["html"] = false;
        return json;
    }
}
