using System.Globalization;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Data.Stories;
using FuseDeskFlows.TrutoSandbox.Data.Themes;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>The 120 chats: the last 45 are from the last hours and mostly active.</summary>
internal sealed class ChatGenerator(int seed, DateTimeOffset today, Team team, IReadOnlyList<Contact> contacts)
{
    /// <summary>How many there are.</summary>
    public const int Count = 120;

    private const int FirstId = 10181;
    private const int Recent = 45;

    /// <summary>Makes them, by id.</summary>
    public List<Chat> Create()
    {
        var elena = contacts.First(contact => contact.Email is SandboxPeople.ElenaEmail);
        return [.. Enumerable.Range(FirstId, Count).Select(id =>
            id.ToString(CultureInfo.InvariantCulture) is SandboxPeople.ArticleChat ? ElenasChat.Create(team, elena, today) : Invent(id))];
    }

    private Chat Invent(int id)
    {
        var random = SeededRandom.For(seed, "chat", id);
        var recent = id >= FirstId + Count - Recent;
        var archived = !recent || random.Chance(15);
        var theme = random.Pick(ThemeLibrary.All);
        var variant = random.Next(theme.Subjects.Length);
        var slots = new Slots(random);
        // Two archived chats belong to Sarah; visitors may be nobody's contact.
        var contact = id is FirstId + 24 or FirstId + 61 ? contacts[0] : contacts[random.Next(ContactGenerator.KnownCount, contacts.Count)];
        var visitor = contact != contacts[0] && random.Chance(20);
        var reps = team.Departments[theme.DepartmentId - 1].RepUserIds;
        var rep = random.Pick(reps);
        var end = recent ? today.AddMinutes(-random.Next(2, 240)) : today.AddMinutes(-random.Next(2_000, 300_000));
        var messages = Messages(random, theme, variant, slots, contact, rep, end, endsWithClient: !archived && random.Chance(45));
        return new()
        {
            Id = id.ToString(CultureInfo.InvariantCulture),
            Title = slots.Fill(theme.Subjects[variant]),
            ClientName = contact.Name,
            ContactUuid = visitor ? null : contact.Uuid,
            CrmId = visitor ? null : contact.CrmId,
            DepartmentId = theme.DepartmentId,
            RepId = messages.Any(message => message.RepId is not null) || random.Chance(50) ? rep : null,
            Archived = archived,
            Closed = archived ? messages[^1].At.AddMinutes(4) : null,
            LastSender = Sender(messages[^1], random.Next(100)),
            Messages = messages,
        };
    }

    private static string? Sender(ChatMessage last, int dice) => dice switch
    {
        < 80 => last.Sender,
        < 90 => last.RepId is null ? "client" : "rep",
        < 95 => string.Empty,
        _ => null,
    };

    private List<ChatMessage> Messages(
        Random random, Theme theme, int variant, Slots slots, Contact contact, int rep, DateTimeOffset end, bool endsWithClient)
    {
        (bool FromClient, string Text)[] script =
        [
            (true, theme.Openings[variant]),
            (false, $"Hi {contact.FirstName}, " + theme.Questions[variant % theme.Questions.Length]),
            (true, theme.Answers[variant % theme.Answers.Length]),
            (false, "Thank you: " + theme.Findings[variant % theme.Findings.Length]),
            (true, theme.Nudges[variant % theme.Nudges.Length]),
            (false, "One moment please, I am looking at it."),
            (true, random.Pick(ThemeLibrary.CustomerAgain)),
            (false, "Done: " + theme.Fixes[0]),
        ];
        var count = (2 * random.Next(1, 5)) - (endsWithClient ? 1 : 0);
        var at = end;
        var messages = new List<ChatMessage>(count);
        for (var index = count - 1; index >= 0; index--)
        {
            var (fromClient, text) = script[index];
            messages.Add(new(at, fromClient ? null : rep, fromClient ? contact.Name : team.NameOf(rep), slots.Fill(text)));
            at = at.AddSeconds(-random.Next(30, 400));
        }

        messages.Reverse();
        return messages;
    }
}
