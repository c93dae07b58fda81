using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Reads live chats.</summary>
internal static class ChatReader
{
    /// <summary>Reads an item of a list.</summary>
    /// <param name="element">The item.</param>
    /// <returns>Null if it has no id.</returns>
    public static ChatListItem? Item(JsonElement element)
    {
        var fields = new JsonFields(element);
        return fields.Text("id", "chatid") is not { } id ? null : new ChatListItem
        {
            Id = new ChatId(id),
            Title = fields.Text("title", "subject"),
            ClientName = fields.Text("clientname"),
            ContactId = ContactIds.Id(fields),
            CrmId = ContactIds.Crm(fields),
            CaseId = fields.NumericId("caseid") is { } caseId ? new CaseId(caseId) : null,
            DepartmentId = fields.NumericId("departmentid", "depid") is { } departmentId ? new DepartmentId(departmentId) : null,
            RepId = fields.NumericId("repid") is { } repId ? new RepId(repId) : null,
            LastMessageSender = fields.Text("lastmessagesender"),
            Unseen = fields.Number("unseen") ?? 0,
            IsArchived = fields.Flag("isarchived", "archived") ?? false,
            CreatedAt = fields.Moment("datecreated"),
            LastMessageAt = fields.Moment("datelastmessage"),
            LastReceivedAt = fields.Moment("datelastmessagereceived"),
            LastResponseAt = fields.Moment("datelastresponse"),
            ClosedAt = fields.Moment("dateclosed"),
        };
    }

    /// <summary>Reads a chat with its messages.</summary>
    /// <param name="element">The chat.</param>
    /// <returns>Null if it has no id.</returns>
    public static Chat? Whole(JsonElement element)
    {
        if (Item(element) is not { } item)
        {
            return null;
        }

        return new Chat(item)
        {
            Messages = HistoryReader.Read(new JsonFields(element).Items("messages", "history", "chat_history"), HistoryKind.Chat, item.ClientName),
        };
    }
}
