using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Data;
using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Wire;

/// <summary>
/// A history item. FuseDesk's own field names are not public, so these are plausible ones: <c>id</c>, <c>type</c> (email_in, email_out,
/// note, call, chat, status), <c>date</c>, <c>userid</c> and <c>repid</c> (the rep's user id, null for the customer and for automation),
/// <c>author</c>, <c>direction</c> (in, out, internal), <c>from</c>, <c>to</c>, <c>subject</c>, <c>body</c>, <c>html</c>.
/// </summary>
internal static class HistoryItemJson
{
    private const string Mailbox = "support@harborline.example";

    /// <summary>Writes the item at a position of a case's history.</summary>
    public static JsonObject Write(SupportCase item, int index, HistoryItem entry, Team team, Contact? customer)
    {
        var (type, direction) = entry.Kind switch
        {
            HistoryKind.EmailIn => ("email_in", "in"),
            HistoryKind.EmailOut => ("email_out", "out"),
            HistoryKind.Call => ("call", "out"),
            HistoryKind.Chat => ("chat", "in"),
            HistoryKind.Status => ("status", "internal"),
            _ => ("note", "internal"),
        };
        var customerAddress = customer?.Email ?? item.OpenedBy;
        return new()
        {
            ["id"] = (item.Id * 1000) + index + 1,
            ["type"] = type,
            ["date"] = WireDates.V1(entry.At),
            ["userid"] = entry.RepId,
            ["repid"] = WireNumbers.Write(entry.RepId, item.Id % 11 == 0),
            ["author"] = entry.Author,
            ["direction"] = direction,
            ["from"] = entry.Kind switch
            {
                HistoryKind.EmailIn => customerAddress,
                HistoryKind.EmailOut => team.Find(entry.RepId)?.Email ?? Mailbox,
                _ => null,
            },
            ["to"] = entry.Kind switch
            {
                HistoryKind.EmailIn => Mailbox,
                HistoryKind.EmailOut => customerAddress,
                _ => null,
            },
            ["subject"] = entry.Subject,
            ["body"] = entry.Body,
            ["html"] = entry.Html,
        };
    }
}
