using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Orchestrations.Timeline;

/// <summary>Turns what a channel holds into entries of a timeline.</summary>
internal static class TimelineEntries
{
    private const int MaxTextLength = 400;

    /// <summary>The entries of a case: its history.</summary>
    public static IReadOnlyList<(DateTimeOffset SortsAt, TimelineEntry Entry)> Of(Case supportCase) =>
        Of(supportCase.History, supportCase.OpenedAt, item => new()
        {
            Channel = "case",
            CaseId = supportCase.Id,
            Title = Line(supportCase.Subject),
            Text = Text(item),
        });

    /// <summary>The entries of a chat: its messages.</summary>
    public static IReadOnlyList<(DateTimeOffset SortsAt, TimelineEntry Entry)> Of(Chat chat) =>
        Of(chat.Messages, chat.CreatedAt, item => new()
        {
            Channel = "chat",
            ChatId = chat.Id,
            CaseId = chat.CaseId,
            Title = Line(chat.Title),
            Text = Text(item),
        });

    /// <summary>The entry of a mail, of which only the subject is known.</summary>
    public static TimelineEntry Of(Email mail) => new()
    {
        At = mail.ReceivedAt,
        Channel = "email",
        EmailId = mail.Id,
        Direction = Direction.Inbound,
        Author = Line(mail.From),
        Title = Line(mail.Subject),
    };

    private static List<(DateTimeOffset SortsAt, TimelineEntry Entry)> Of(
        IReadOnlyList<HistoryItem> items, DateTimeOffset? begun, Func<HistoryItem, TimelineEntry> make)
    {
        var latest = begun ?? items.Select(item => item.At).FirstOrDefault(at => at is not null) ?? DateTimeOffset.MinValue;
        return
        [
            .. items.Select(item =>
            {
                latest = item.At ?? latest;
                return (latest, make(item) with
                {
                    At = item.At,
                    Direction = DirectionOf(item),
                    Author = Line(item.AuthorName),
                    RepId = item.RepId,
                    HistoryItem = item.Number,
                });
            }),
        ];
    }

    private static Direction DirectionOf(HistoryItem item) => item switch
    {
        _ when item.IsFromCustomer() => Direction.Inbound,
        _ when item.IsToCustomer() => Direction.Outbound,
        { IsAutomatic: true, Direction: Direction.Inbound } => Direction.Inbound,
        { IsAutomatic: true, Direction: Direction.Outbound } => Direction.Outbound,
        { Direction: Direction.Unknown } => Direction.Unknown,
        _ => Direction.Internal,
    };

    private static string? Text(HistoryItem item)
    {
        var handedOn = ReadableText.UsesForwarded(item) ? ReadableText.ForwardedMark(item.Forwarded!) + item.Forwarded!.Text : "";
        var text = ReadableText.IsOnlyAttachments(item) ? ReadableText.AttachmentNote(item) : $"{item.Text} {handedOn}".Trim();
        return Line(text.Length > 0 ? text : item.Subject) is { } line ? SafeText.Capitalise(line) : null;
    }

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : SafeText.Shorten(text, MaxTextLength);
}
