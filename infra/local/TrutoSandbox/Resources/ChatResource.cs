using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Http;
using FuseDeskFlows.TrutoSandbox.Wire;

namespace FuseDeskFlows.TrutoSandbox.Resources;

/// <summary>Chats: FuseDesk gives them all at once.</summary>
internal sealed class ChatResource(Helpdesk data, TimeProvider time) : Resource<Chat>("chats", paged: false)
{
    /// <inheritdoc/>
    public override ApiAnswer Invoke(string method, string? id, Arguments arguments)
    {
        if (method is not "close")
        {
            return base.Invoke(method, id, arguments);
        }

        var chat = Find(id);
        if (chat.Archived)
        {
            throw new RefusedException(TrutoErrors.Other("Chat is already closed"));
        }

        chat.Archived = true;
        chat.Closed = time.GetUtcNow();
        return ApiAnswer.Ok(ListItem(chat));
    }

    /// <inheritdoc/>
    protected override IEnumerable<Chat> Filter(Arguments arguments)
    {
        var department = arguments.Number("department_id");
        var archived = arguments.Flag("is_archived");
        var contact = arguments.Text("contact_id");
        var uuid = arguments.Text("contact_uuid");
        return data.Chats.Where(chat =>
            (department is null || chat.DepartmentId == department)
            && (archived is null || chat.Archived == archived)
            && (contact is null || Contact.Is(contact, chat.ContactUuid, chat.CrmId))
            && (uuid is null || string.Equals(uuid, chat.ContactUuid, StringComparison.OrdinalIgnoreCase)));
    }

    /// <inheritdoc/>
    protected override Chat? Lookup(string id) => data.Chat(id);

    /// <inheritdoc/>
    protected override JsonObject ListItem(Chat item) => ChatJson.ListItem(item);

    /// <inheritdoc/>
    protected override JsonObject Detail(Chat item) => ChatJson.Detail(item);
}
