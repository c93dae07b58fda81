using System.Text;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Mail.Lines;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>
/// The one place where a history that was read is taken apart into what each of its authors wrote himself and what he quoted or handed on.
/// Whoever reads <see cref="HistoryItem.Text"/> later reads nobody else's words.
/// </summary>
internal static class HistoryTexts
{
    /// <summary>Separates the texts of a case.</summary>
    public static Case Separate(Case supportCase) => supportCase with { History = Separate(supportCase.History, supportCase.Subject) };

    /// <summary>Separates the texts of a chat.</summary>
    public static Chat Separate(Chat chat) => chat with { Messages = Separate(chat.Messages, chat.Title) };

    /// <summary>Separates the texts of a history, oldest item first, in linear time.</summary>
    /// <param name="items">The items, with their text as it was sent.</param>
    /// <param name="subject">What the conversation is about.</param>
    /// <returns>The items, with their own text.</returns>
    public static IReadOnlyList<HistoryItem> Separate(IReadOnlyList<HistoryItem> items, string? subject)
    {
        var conversation = new Conversation(subject);
        var separated = new List<HistoryItem>(items.Count);
        foreach (var item in items)
        {
            var (text, files) = Placeholders.Remove(SafeText.Clean(item.Text));
            var mail = Broken(new MailText(text, conversation.Text), conversation, item);
            var parts = OwnTextReader.Read(item, mail, conversation);
            conversation.Add(item, mail);
            string[] attachments = [.. (item.Attachments ?? []).Union(files, StringComparer.OrdinalIgnoreCase)];
            separated.Add(item with
            {
                Text = parts.Own,
                Answers = parts.Answers.Count > 0 ? parts.Answers : null,
                Forwarded = parts.Forwarded is { Text.Length: > 0 } ? parts.Forwarded : null,
                SetAside = parts.SetAside.Length > 0 ? parts.SetAside : null,
                Attachments = attachments.Length > 0 ? attachments : null,
            });
        }

        return separated;
    }

    private static MailText Broken(MailText mail, Conversation conversation, HistoryItem item)
    {
        var text = new StringBuilder();
        var written = 0;
        foreach (var place in new CopiedPassages(mail, conversation, item.Direction).Breaks().Where(place => place > written))
        {
            text.Append(mail.Text, written, place - written).Append('\n');
            written = place;
        }

        return written == 0 ? mail : new(text.Append(mail.Text, written, mail.Text.Length - written).ToString(), conversation.Text);
    }
}
