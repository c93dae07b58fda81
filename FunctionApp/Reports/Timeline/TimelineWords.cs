using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Reports.Timeline;

/// <summary>The words that all renderings of a timeline use.</summary>
internal static class TimelineWords
{
    /// <summary>For instance <c>Sarah Whitfield: 42 entries</c>.</summary>
    public static string Headline(TimelineReport report) => report.Customer is { } customer
        ? $"{customer.Name ?? customer.Email ?? $"Contact {customer.ContactId}"}: {EntryCount(report.Entries.Count)}"
        : ReportText.WasRefused(report.Problems) || ReportText.MayLack(report.Problems)
            ? "The customer could not be looked up"
            : "No customer was found";

    /// <summary>For instance <c>3 chats, 20 entries</c>.</summary>
    public static string ChannelText(TimelineChannel channel) => channel.State switch
    {
        ChannelState.Empty => $"no {channel.Channel}",
        ChannelState.Unreadable => $"{channel.Channel} could not be read",
        var state => $"{(channel.Found == 1 ? "1 " + channel.Channel[..^1] : $"{channel.Found} {channel.Channel}")}"
            + (channel.Channel is "emails" ? "" : $", {EntryCount(channel.Entries)}")
            + (state == ChannelState.Partly ? ", not all could be read" : ""),
    };

    public static string DirectionName(Direction direction) => direction switch
    {
        Direction.Inbound => "inbound",
        Direction.Outbound => "outbound",
        Direction.Internal => "internal",
        _ => "unknown",
    };

    public static IEnumerable<string> EntryFacts(TimelineEntry entry)
    {
        yield return entry.At is { } at ? ReportText.Time(at) : "no date";
        yield return entry switch
        {
            { Channel: "case", CaseId: { } id } => $"case {id}",
            { Channel: "chat", ChatId: { } id } => $"chat {id}",
            _ => "email",
        };
        yield return entry.Author ?? (entry.RepId is { } rep ? $"rep {rep}" : "author unknown");
        if (entry.Direction == Direction.Internal)
        {
            yield return "internal";
        }
    }

    /// <summary>The text; of a mail, its subject.</summary>
    public static string EntryText(TimelineEntry entry) =>
        entry.Text ?? (entry is { Channel: "email", Title: { } subject } ? subject : "(no text)");

    private static string EntryCount(int entries) => entries == 1 ? "1 entry" : $"{entries} entries";
}
