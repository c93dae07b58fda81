using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Wire;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>Mails that belong to no case.</summary>
internal sealed class EmailResource(Helpdesk data) : Resource<Email>("emails", paged: true)
{
    /// <inheritdoc/>
    protected override IEnumerable<Email> Filter(Arguments arguments)
    {
        var from = arguments.Text("from");
        var subject = arguments.Text("subject");
        var contact = arguments.Text("contact_id");
        var uuid = arguments.Text("contact_uuid");
        return data.Emails.Where(email =>
            (from is null || email.From.Contains(from, StringComparison.OrdinalIgnoreCase))
            && (subject is null || email.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase))
            && (contact is null || Contact.Is(contact, email.ContactUuid, email.CrmId))
            && (uuid is null || string.Equals(uuid, email.ContactUuid, StringComparison.OrdinalIgnoreCase)));
    }

    /// <inheritdoc/>
    protected override Email? Lookup(string id) => data.Email(id);

    /// <inheritdoc/>
    protected override JsonObject ListItem(Email item) => EmailJson.ListItem(item);

    /// <inheritdoc/>
    protected override JsonObject Detail(Email item) => EmailJson.Detail(item);
}
