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
    /// <param name="contact">The uuid, if known.</param>
    /// <param name="crm">The CRM's number, if known.</param>
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
    /// <param name="department">The department.</param>
    /// <returns>The argument; null if nothing is asked for.</returns>
    public static ToolArgument? Department(DepartmentId? department) =>
        department is { } id ? ToolArgument.Of(id.ToString(), required: false, "depid", "departmentid", "department") : null;

    /// <summary>A case's status. A status that this version does not know cannot be asked for and narrows nothing.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The argument; null if nothing is asked for.</returns>
    public static ToolArgument? Status(CaseStatus? status) => status switch
    {
        CaseStatus.New => ToolArgument.Of("new", required: false, "status", "casestatus"),
        CaseStatus.Open => ToolArgument.Of("open", required: false, "status", "casestatus"),
        CaseStatus.Closed => ToolArgument.Of("closed", required: false, "status", "casestatus"),
        _ => null,
    };

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

        return ToolArgument.Of(JsonSerializer.Serialize(range), required: false, "date_opened", "opened");
    }

    /// <summary>A text to search for.</summary>
    /// <param name="search">The text.</param>
    /// <returns>The argument.</returns>
    public static ToolArgument Search(string search) => ToolArgument.Of(search, required: true, "search", "query", "q");

    /// <summary>A sender's address.</summary>
    /// <param name="from">The address.</param>
    /// <returns>The argument; null if nothing is asked for.</returns>
    public static ToolArgument? From(string? from) =>
        string.IsNullOrWhiteSpace(from) ? null : ToolArgument.Of(from, required: false, "from", "fromaddress", "sender");

    /// <summary>Whether archived ones are wanted.</summary>
    /// <param name="archived">True for only archived, false for only others.</param>
    /// <returns>The argument; null if nothing is asked for.</returns>
    public static ToolArgument? Archived(bool? archived) =>
        archived is { } wanted ? ToolArgument.Of(wanted ? "true" : "false", required: false, "isArchived", "archived") : null;

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
