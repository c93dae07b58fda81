using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Language.Texts.Mail;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>
/// A customer's report, the rep's answer and the customer's last mail, as FuseDesk's API answers them and the app reads them.
/// </summary>
internal static class MailExchange
{
    public const string Opening = "The export of our member list is empty since Monday.";

    public const string Answer =
        "Hello,\n\nthank you for the report. Which version of the app do you use, and could you send us the log file?\n\nKind regards\n"
            + "Nora Quist";

    /// <summary>The case, with its last mail.</summary>
    /// <param name="body">What the last mail has.</param>
    /// <param name="html">Whether that is HTML.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="answer">What the rep wrote before.</param>
    /// <param name="more">More fields of the last mail.</param>
    public static Case Read(string body, bool html = false, string? subject = null, string answer = Answer, JsonObject? more = null)
    {
        var last = Item(3, "in", "Jonas Weber", body, "10:16");
        last["html"] = html;
        last["subject"] = subject;
        if (more is not null)
        {
            foreach (var (name, value) in more)
            {
                last[name] = value?.DeepClone();
            }
        }

        return ReadCase(Item(1, "in", "Jonas Weber", Opening, "09:00"), Item(2, "out", "Nora Quist", answer, "10:15"), last);
    }

    /// <summary>A case that begins with the customer's mail, and has no other.</summary>
    public static Case ReadFirst(string body) => ReadCase(Item(1, "in", "Jonas Weber", body, "09:00"));

    private static Case ReadCase(params JsonNode[] history)
    {
        var read = new JsonObject
        {
            ["id"] = 1010,
            ["caseid"] = 1010,
            ["status"] = "new",
            ["summary"] = "Export is empty",
            ["openedby"] = "jonas@weber.example",
            ["repid"] = 51,
            ["departmentid"] = 3,
            ["date_closed"] = false,
            ["history"] = new JsonArray(history),
        };
        return HistoryMarker.Mark(HistoryTexts.Separate(CaseReader.ParseCase(read.Deserialize<JsonElement>())!));
    }

    private static JsonObject Item(int number, string direction, string author, string body, string time) => new()
    {
        ["id"] = 101_000 + number,
        ["type"] = "email_" + direction,
        ["date"] = $"2026-11-12T{time}:00+00:00",
        ["userid"] = direction is "out" ? 51 : null,
        ["author"] = author,
        ["direction"] = direction,
        ["body"] = body,
        ["html"] = false,
    };
}
