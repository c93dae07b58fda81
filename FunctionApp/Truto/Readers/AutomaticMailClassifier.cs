using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Finds out whether a machine sent a history item: an automatic reply, a bounced mail, an automation.</summary>
internal static class AutomaticMailClassifier
{
    private static readonly string[] AutomaticTypes =
        ["auto", "automatic", "automated", "automation", "autoreply", "autoresponse", "autoresponder", "bounce"];

    // What mail programs put before a subject where nobody wrote the mail. With a "Re:" before it somebody did.
    private static readonly string[] AutomaticSubjects =
    [
        "automatic reply:", "auto reply:", "auto-reply:", "autoreply:", "automatic response:", "auto response:", "auto-response:",
        "out of office:", "out of the office:", "automatische antwort:", "abwesenheitsnotiz:", "réponse automatique",
        "respuesta automática", "undeliverable:", "undelivered mail", "returned mail:", "delivery status notification",
        "mail delivery failed", "delivery failure",
    ];

    private static readonly string[] MachineNames = ["system", "automation", "bot", "autoresponder"];
    private static readonly string[] Mailers = ["mailer-daemon", "mail delivery subsystem", "mail delivery system"];

    /// <summary>
    /// Looks for any sign. Only of an item that went to the customer and names no rep (fromNobody) may the author's name be a machine's:
    /// a rep who bears such a name is none.
    /// </summary>
    public static bool IsAutomatic(JsonFields fields, string type, string? author, bool fromNobody) =>
        fields.Flag("automatic", "isautomatic", "automated", "isautomated", "autoreply", "isautoreply") is true
        || HistoryItemClassifier.ContainsWord(type, AutomaticTypes)
        || (fields.Text("subject", "title") is { } subject
            && AutomaticSubjects.Any(start => subject.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        || (author is not null && Mailers.Any(mailer => author.Contains(mailer, StringComparison.OrdinalIgnoreCase)))
        || (fromNobody && author is not null && HistoryItemClassifier.ContainsWord(author.ToLowerInvariant(), MachineNames));
}
