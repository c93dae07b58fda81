using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Wire;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>Contacts: found by a part of their name or address.</summary>
internal sealed class ContactResource(Helpdesk data) : Resource<Contact>("contacts", paged: true)
{
    /// <inheritdoc/>
    protected override IEnumerable<Contact> Filter(Arguments arguments)
    {
        var search = arguments.Required("search").Trim();
        return data.Contacts.Where(contact =>
            contact.Email.Contains(search, StringComparison.OrdinalIgnoreCase)
            || contact.Name.Contains(search, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    protected override Contact? Lookup(string id) => data.Contact(id);

    /// <inheritdoc/>
    protected override JsonObject ListItem(Contact item) => PeopleJson.Write(item);
}
