using System.Globalization;
using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Wire;

/// <summary>A chat as FuseDesk writes it: camelCase, the id as text.</summary>
internal static class ChatJson
{
    /// <summary>In a list: the last message only.</summary>
    public static JsonObject ListItem(Chat chat)
    {
        var last = chat.Messages[^1];
        return new()
        {
            ["id"] = chat.Id,
            ["title"] = chat.Title,
            ["clientName"] = chat.ClientName,
            ["platform"] = "livechat",
            ["caseId"] = chat.CaseId,
            ["contactId"] = WireNumbers.Write(chat.CrmId, chat.CrmId % 7 == 0),
            ["contactUuid"] = chat.ContactUuid,
            ["departmentId"] = chat.DepartmentId,
            ["repId"] = chat.RepId,
            ["noteId"] = null,
            ["lastMessage"] = last.Text.Length > 160 ? last.Text[..160] + "…" : last.Text,
            ["lastMessageSender"] = chat.LastSender,
            ["unseen"] = chat.Unseen,
            ["isArchived"] = chat.Archived,
            ["dateCreated"] = WireDates.V2(chat.Messages[0].At),
            ["dateLastMessage"] = WireDates.V2(last.At),
            ["dateLastMessageReceived"] = WireDates.V2(chat.Messages.LastOrDefault(message => message.RepId is null)?.At),
            ["dateLastResponse"] = WireDates.V2(chat.Messages.LastOrDefault(message => message.RepId is not null)?.At),
            ["dateClosed"] = WireDates.V2(chat.Closed),
        };
    }

    /// <summary>
    /// By id: with its <c>messages</c>. Their field names are not public, so these are plausible ones: <c>id</c>, <c>date</c>,
    /// <c>sender</c>, <c>senderType</c> (client, rep), <c>userId</c> (the rep's, null for the client), <c>message</c>.
    /// </summary>
    public static JsonObject Detail(Chat chat)
    {
        var json = ListItem(chat);
        json["messages"] = new JsonArray([.. chat.Messages.Select((message, index) => new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{chat.Id}-{index + 1}"),
            ["date"] = WireDates.V2(message.At),
            ["sender"] = message.Sender,
            ["senderType"] = message.RepId is null ? "client" : "rep",
            ["userId"] = message.RepId,
            ["message"] = message.Text,
        })]);
        return json;
    }
}
