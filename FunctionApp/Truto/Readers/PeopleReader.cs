using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>
/// Reads contacts, reps and departments, which version 2 of FuseDesk's API writes in camelCase and version 1 in lower case.
/// </summary>
internal static class PeopleReader
{
    /// <summary>Null if it has no id.</summary>
    public static Contact? ParseContact(JsonElement element)
    {
        var fields = new JsonFields(element);
        return fields.TextId("contactuuid", "uuid", "id") is not { } id ? null : new Contact
        {
            Id = new ContactId(id),
            CrmId = fields.NumericId("crmid", "contactid") is { } crm ? new CrmId(crm) : null,
            FirstName = fields.Text("firstname"),
            LastName = fields.Text("lastname"),
            Email = fields.Text("emailaddress", "email"),
        };
    }

    /// <summary>Parses a rep. She counts as disabled only where the answer says so.</summary>
    /// <returns>Null if it has no user id.</returns>
    public static Rep? ParseRep(JsonElement element)
    {
        var fields = new JsonFields(element);

        // Cases refer to the user id; the rep's own "repid" is another number, and its plain "id" may be either.
        return fields.NumericId("userid", "id") is not { } id ? null : new Rep
        {
            Id = new RepId(id),
            Name = Joined(fields.Text("firstname"), fields.Text("lastname")) ?? fields.Text("name", "username"),
            Active = fields.Flag("active") is not false && fields.Flag("isarchived", "archived") is not true,
            DefaultDepartmentId = fields.NumericId("defaultdepartmentid") is { } department ? new DepartmentId(department) : null,
        };
    }

    /// <summary>Null if it has no id.</summary>
    public static Department? ParseDepartment(JsonElement element)
    {
        var fields = new JsonFields(element);
        return fields.NumericId("departmentid", "id") is not { } id ? null : new Department
        {
            Id = new DepartmentId(id),
            Name = fields.Text("name"),
            AllReps = fields.Flag("allreps") ?? false,
            RepIds = [.. fields.Words("repuserids", "repids", "reps").Select(JsonScalar.Number).OfType<long>().Select(RepId.From)],
        };
    }

    private static string? Joined(params ReadOnlySpan<string?> parts) =>
        string.Join(' ', parts).Trim() is { Length: > 0 } joined ? joined : null;
}
