using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>The words that all renderings of a timeline use.</summary>
internal static class TimelineWords
{
    /// <summary>The timeline in one line.</summary>
    /// <param name="report">The timeline.</param>
    /// <returns>For instance <c>Sarah Whitfield: 42 entries</c>.</returns>
    public static string Headline(TimelineReport report) => report.Customer is { } customer
        ? $"{customer.Name ?? customer.Email ?? $"Contact {customer.ContactId}"}: {(report.Entries.Count == 1 ? "1 entry" : $"{report.Entries.Count} entries")}"
        : ReportText.WasRefused(report.Problems) ? "The customer could not be looked up" : "No customer was found";

    /// <summary>What came of a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>For instance <c>3 chats, 20 entries</c>.</returns>
    public static string Of(TimelineChannel channel) => channel.State switch
    {
        "empty" => $"no {channel.Channel}",
        "unreadable" => $"{channel.Channel} could not be read",
        var state => $"{(channel.Found == 1 ? "1 " + channel.Channel[..^1] : $"{channel.Found} {channel.Channel}")}"
            + (channel.Channel is "emails" ? "" : $", {(channel.Entries == 1 ? "1 entry" : $"{channel.Entries} entries")}")
            + (state is "partly" ? ", not all could be read" : ""),
    };

    /// <summary>Where and when something was said, and by whom.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The facts.</returns>
    public static IEnumerable<string> Facts(TimelineEntry entry)
    {
        yield return entry.At is { } at ? ReportText.Time(at) : "no date";
        yield return entry switch
        {
            { Channel: "case", CaseId: { } id } => $"case {id}",
            { Channel: "chat", ChatId: { } id } => $"chat {id}",
            _ => "email",
        };
        yield return entry.Author ?? (entry.RepId is { } rep ? $"rep {rep}" : "author unknown");
        if (entry.Direction is "internal")
        {
            yield return "internal";
        }
    }

    /// <summary>What was said.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The text; of a mail, its subject.</returns>
    public static string Said(TimelineEntry entry) => entry.Text ?? (entry is { Channel: "email", Title: { } subject } ? subject : "(no text)");
}
