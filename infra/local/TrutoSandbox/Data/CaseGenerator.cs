using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Data.Stories;
using FuseDeskFlows.TrutoSandbox.Data.Themes;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>The 600 cases. What lists show is planned at once; the words of a history are written when it is read.</summary>
internal sealed class CaseGenerator(int seed, DateTimeOffset today, Team team, IReadOnlyList<Contact> contacts)
{
    /// <summary>How many there are.</summary>
    public const int Count = 600;

    /// <summary>Number of the first.</summary>
    public const int FirstId = 84401;

    /// <summary>How many of the last were opened today.</summary>
    public const int OpenedToday = 8;

    /// <summary>Makes them, by number.</summary>
    public List<SupportCase> Create()
    {
        var cases = Enumerable.Range(FirstId, Count).Select(Invent).ToDictionary(item => item.Id);
        foreach (var story in Stories())
        {
            cases[story.Id] = story;
        }

        return [.. cases.Values.OrderBy(item => item.Id)];
    }

    private IEnumerable<SupportCase> Stories()
    {
        var sarah = Known(SandboxPeople.SarahEmail);
        yield return SarahsCases.Newest(team, sarah, today);
        yield return SarahsCases.Old(team, sarah, today);
        yield return SarahsCases.Imported(team, sarah, today);
        yield return JordansCase.Create(team, Known(SandboxPeople.JordanEmail), today);
        yield return LukasCase.Create(team, Known(SandboxPeople.MailProgramsEmail), today);
        yield return EdgeCases.EmptyHistory(Known(SandboxPeople.EmptyHistoryEmail), today);
        yield return EdgeCases.NoRep(team, Known(SandboxPeople.NoRepEmail), today);
        yield return EdgeCases.UnknownRep(team, Known(SandboxPeople.UnknownRepEmail), today);
        yield return EdgeCases.Hostile(team, Known(SandboxPeople.HostileEmail), today);
    }

    private Contact Known(string email) => contacts.First(contact => string.Equals(contact.Email, email, StringComparison.Ordinal));

    private SupportCase Invent(int id)
    {
        var random = SeededRandom.For(seed, "case", id);
        var theme = random.Pick(ThemeLibrary.All);
        var variant = random.Next(theme.Subjects.Length);
        var subject = new Slots(SeededRandom.For(seed, "history", id)).Fill(theme.Subjects[variant]);
        var contact = ContactOf(id, random);
        var opened = OpenedAt(id - FirstId, random);
        var status = StatusFor(today - opened, random);
        var count = LengthOf(id, opened, random);
        var end = opened + TimeSpan.FromDays(Math.Min(count * (0.05 + (random.NextDouble() * 0.8)), (today - opened).TotalDays * 0.97));
        var beats = new CasePlanner(random, team.Departments[theme.DepartmentId - 1].RepUserIds).Plan(count, status, opened, end);
        var tags = HelpdeskTags.All.Where(_ => random.Chance(12)).Select(tag => tag.Id).ToList();
        return CaseFacts.Create(id, status, subject, contact, theme.DepartmentId, opened, beats, tags, () =>
            new ConversationWriter(SeededRandom.For(seed, "history", id), theme, variant, contact, team, subject)
                .Write(beats, status, id == SandboxPeople.LongMailCase));
    }

    private Contact ContactOf(int id, Random random) => id switch
    {
        84600 => Known(SandboxPeople.FirstMariaEmail),
        84601 => Known(SandboxPeople.SecondMariaEmail),
        84602 => Known(SandboxPeople.ContainedEmail),
        84603 => Known(SandboxPeople.ContainingEmail),
        84604 => Known(SandboxPeople.ElenaEmail),
        _ => contacts[random.Next(ContactGenerator.KnownCount, contacts.Count)],
    };

    private DateTimeOffset OpenedAt(int index, Random random)
    {
        if (index >= Count - OpenedToday)
        {
            var midnight = new DateTimeOffset(today.UtcDateTime.Date, TimeSpan.Zero);
            // Spread over the day so far; just after midnight they are seconds apart.
            return midnight + ((today - midnight) * ((index - (Count - OpenedToday)) / (double)(OpenedToday + 2)));
        }

        var age = 1.05 + (365 * Math.Pow((Count - OpenedToday - index) / (double)Count, 2.5));
        return today.AddSeconds(-Math.Floor((age + (random.NextDouble() * 0.3)) * 86_400));
    }

    private static string StatusFor(TimeSpan age, Random random)
    {
        var dice = random.Next(100);
        return age.TotalDays switch
        {
            > 30 => dice < 97 ? "closed" : "open",
            > 7 => dice switch { < 78 => "closed", < 90 => "open", _ => "new" },
            _ => dice switch { < 30 => "closed", < 60 => "open", _ => "new" },
        };
    }

    private int LengthOf(int id, DateTimeOffset opened, Random random)
    {
        var length = random.Next(100) switch { < 60 => random.Next(2, 9), < 90 => random.Next(9, 25), _ => random.Next(25, 81) };
        return id switch
        {
            SandboxPeople.LongestCase => 80,
            SandboxPeople.ShortestCase => 2,
            _ => (today - opened).TotalDays < 2 ? Math.Min(length, 6) : length,
        };
    }
}
