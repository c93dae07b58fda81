using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Mail;

namespace FuseDeskFlows.Tests.Language.Texts.Mail;

/// <summary>Histories for tests of whose words are whose.</summary>
internal static class Mails
{
    public const string Question =
        "Hello,\n\nthank you for the report. Which version of the app do you use, and could you send us the log file?\n\nKind regards\n"
            + "Nora Quist";

    public static HistoryItem FromCustomer(string text) =>
        new() { Number = 0, Kind = HistoryKind.Email, Direction = Direction.Inbound, AuthorName = "Jonas Weber", Text = text };

    public static HistoryItem FromTeam(string text) => new()
    {
        Number = 0,
        Kind = HistoryKind.Email,
        Direction = Direction.Outbound,
        RepId = new(51),
        AuthorName = "Nora Quist",
        Text = text,
    };

    public static IReadOnlyList<HistoryItem> Separate(params HistoryItem[] items) =>
        HistoryTexts.Separate([.. items.Select((item, index) => item with { Number = index + 1 })], "Export is empty");

    /// <summary>The one mail of a history, by its customer.</summary>
    public static HistoryItem Only(string text) => Separate(FromCustomer(text))[0];

    /// <summary>A customer's answer to the question above.</summary>
    public static HistoryItem Answer(string text) =>
        Separate(FromCustomer("The export of our member list is empty since Monday."), FromTeam(Question), FromCustomer(text))[2];
}
