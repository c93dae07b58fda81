using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Wire;

/// <summary>Reps, contacts and departments as FuseDesk's version 2 writes them.</summary>
internal static class PeopleJson
{
    /// <summary>A rep: <c>userId</c> is what cases and chats refer to, <c>repid</c> is another number.</summary>
    public static JsonObject Write(Rep rep, DateTimeOffset today) => new()
    {
        ["userId"] = rep.UserId,
        ["repid"] = rep.RepId,
        ["username"] = rep.Email.Split('@')[0],
        ["firstName"] = rep.FirstName,
        ["lastName"] = rep.LastName,
        ["emailAddress"] = rep.Email,
        ["active"] = rep.Active,
        ["isArchived"] = false,
        ["defaultDepartmentId"] = rep.DepartmentId,
        ["timeZone"] = rep.UserId % 3 == 0 ? "America/Chicago" : "Europe/London",
        ["avatarUrl"] = null,
        ["dateCreated"] = WireDates.V2(today.AddDays(-900 + rep.UserId)),
        // Marcus left two days ago, after his last answer to Sarah; the other disabled ones long before.
        ["dateUpdated"] = WireDates.V2(today.AddDays(rep.UserId == SandboxPeople.Marcus ? -2 : -90 - rep.UserId)),
        ["dateLastLogin"] = WireDates.V2(
            rep.Active ? today.AddHours(-2) : rep.UserId == SandboxPeople.Marcus ? today.AddDays(-3) : today.AddDays(-120)),
    };

    /// <summary>A contact: <c>id</c> is FuseDesk's, <c>crmId</c> is the CRM's.</summary>
    public static JsonObject Write(Contact contact) => new()
    {
        ["id"] = contact.Uuid,
        ["crmId"] = contact.CrmId,
        ["firstName"] = contact.FirstName,
        ["lastName"] = contact.LastName,
        ["emailAddress"] = contact.Email,
        ["phone1"] = contact.CrmId is { } crm
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"+1 555 01{crm % 100:D2}")
            : null,
        ["company"] = contact.Company,
        ["website"] = null,
        ["timeZone"] = "Europe/London",
        ["dateCreated"] = WireDates.V2(contact.Created),
        ["dateUpdated"] = WireDates.V2(contact.Created.AddDays(30)),
    };

    public static JsonObject Write(Department department, DateTimeOffset today) => new()
    {
        ["id"] = department.Id,
        ["name"] = department.Name,
        ["allReps"] = false,
        ["repUserIds"] = new JsonArray([.. department.RepUserIds.Select(id => JsonValue.Create(id))]),
        ["stale"] = 24,
        ["staleWarning"] = 8,
        ["templateCategory"] = null,
        ["replyTemplateId"] = 100 + department.Id,
        ["noteTemplateId"] = null,
        ["newCaseNoteTemplateId"] = null,
        ["feedbackDelay"] = 0,
        ["feedbackFrequency"] = 0,
        ["feedbackSample"] = 0,
        ["feedbackTemplateId"] = null,
        ["footerHtml"] = "<p>Harborline Support</p>",
        ["phone"] = null,
        ["dateCreated"] = WireDates.V2(today.AddDays(-1000)),
        ["dateArchived"] = null,
    };

    public static JsonObject Write(CaseTag tag, int totalCases) =>
        new() { ["id"] = tag.Id, ["tagname"] = tag.Name, ["hidden"] = false, ["totalcases"] = totalCases };
}
