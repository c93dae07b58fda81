using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Reads live chats.</summary>
internal static class ChatReader
{
    /// <summary>Null if it has no id.</summary>
    public static ChatListItem? ParseListItem(JsonElement element)
    {
        var fields = new JsonFields(element);
        return fields.TextId("id", "chatid") is not { } id ? null : new ChatListItem
        {
            Id = new ChatId(id),
            Title = fields.Text("title", "subject"),
            ClientName = fields.Text("clientname"),
            ContactId = ContactIds.ParseContactId(fields),
            CrmId = ContactIds.ParseCrmId(fields),
            CaseId = fields.NumericId("caseid") is { } caseId ? new CaseId(caseId) : null,
            DepartmentId = fields.NumericId("departmentid", "depid") is { } departmentId ? new DepartmentId(departmentId) : null,
            RepId = fields.NumericId("repid") is { } repId ? new RepId(repId) : null,
            LastMessageSender = fields.Text("lastmessagesender"),
            Unseen = fields.Number("unseen") ?? 0,
            IsArchived = fields.Flag("isarchived", "archived") ?? false,
            CreatedAt = fields.Timestamp("datecreated"),
            LastMessageAt = fields.Timestamp("datelastmessage"),
            LastReceivedAt = fields.Timestamp("datelastmessagereceived"),
            LastResponseAt = fields.Timestamp("datelastresponse"),
            ClosedAt = fields.Timestamp("dateclosed"),
        };
    }

    /// <summary>Null if it has no id.</summary>
    /// <param name="isPartial">Whether Truto says that the answer is only a part.</param>
    public static Chat? ParseChat(JsonElement element, bool isPartial = false)
    {
        if (ParseListItem(element) is not { } item)
        {
            return null;
        }

        var list = new JsonFields(element).List("messages", "history", "chat_history");
        var messages = HistoryReader.Read(list, HistoryKind.Chat, item.ClientName, isPartial);
        return new Chat(item) { Messages = messages.Items, Gaps = messages.Gaps };
    }
}
