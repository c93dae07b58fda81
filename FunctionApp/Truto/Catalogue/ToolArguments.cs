using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>Turns what a flow asks for into arguments with all their known spellings.</summary>
internal static class ToolArguments
{
    /// <summary>
    /// A contact, by one or both of its ids. FuseDesk calls its own uuid <c>contactUuid</c> and the CRM's number <c>contactid</c>;
    /// Truto's schemas may say <c>contact_id</c> for either. So first the spellings that leave no doubt are tried, then the doubtful
    /// one with the number (FuseDesk's meaning of it), then with the uuid.
    /// </summary>
    /// <returns>The argument; null if neither id is known.</returns>
    public static ToolArgument? Contact(ContactId? contact, CrmId? crm)
    {
        var uuid = contact?.ToString();
        var number = crm?.ToString();
        if ((uuid ?? number) is null)
        {
            return null;
        }

        var candidates = new List<KeyValuePair<string, string>>();
        Add(uuid, "contactUuid");
        Add(number, "crmId", "contactCrmId", "crmContactId");
        Add(number, "contactid", "contact");
        Add(uuid, "contactid", "contact");
        return new(uuid is null ? new("contactid", number!) : new("contactUuid", uuid), candidates);

        void Add(string? value, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (value is not null)
                {
                    candidates.Add(new(name, value));
                }
            }
        }
    }

    /// <summary>A department; FuseDesk reads <c>depid</c> and writes <c>departmentid</c>.</summary>
    /// <returns>The argument; null if nothing is asked for.</returns>
    public static ToolArgument? Department(DepartmentId? department) =>
        department is { } id ? ToolArgument.Create(id.ToString(), required: false, "depid", "departmentid", "department") : null;

    /// <summary>A case's status. A status that this version does not know cannot be asked for and narrows nothing.</summary>
    /// <returns>The argument; null if nothing is asked for.</returns>
    public static ToolArgument? Status(CaseStatus? status) =>
        CaseStatusNames.Of(status) is { } name ? ToolArgument.Create(name, required: false, "status", "casestatus") : null;

    /// <summary>
    /// The opening date as FuseDesk wants it: a JSON object in a query value. Whether its bounds are inclusive is not documented, so
    /// the lower one is sent a second earlier, and the exact bounds are applied to the answer.
    /// </summary>
    /// <param name="after">At or after this moment.</param>
    /// <param name="before">Before this moment.</param>
    /// <returns>The argument; null if nothing is asked for.</returns>
    public static ToolArgument? Opened(DateTimeOffset? after, DateTimeOffset? before)
    {
        if (after is null && before is null)
        {
            return null;
        }

        var range = new Dictionary<string, string>(StringComparer.Ordinal);
        if (after is { } from)
        {
            range["after"] = Moment(from.AddSeconds(-1));
        }

        if (before is { } to)
        {
            range["before"] = Moment(to.AddTicks(TimeSpan.TicksPerSecond - 1));
        }

        return ToolArgument.Create(JsonSerializer.Serialize(range), required: false, "date_opened", "opened");
    }

    public static ToolArgument Search(string search) => ToolArgument.Create(search, required: true, "search", "query", "q");

    /// <summary>The argument; null if nothing is asked for.</summary>
    public static ToolArgument? From(string? from) =>
        string.IsNullOrWhiteSpace(from) ? null : ToolArgument.Create(from, required: false, "from", "fromaddress", "sender");

    /// <param name="archived">True for only archived, false for only others.</param>
    /// <returns>The argument; null if nothing is asked for.</returns>
    public static ToolArgument? Archived(bool? archived) =>
        archived is { } wanted ? ToolArgument.Create(wanted ? "true" : "false", required: false, "isArchived", "archived") : null;

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
