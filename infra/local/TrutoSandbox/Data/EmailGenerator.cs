using System.Globalization;
using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Data.Themes;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>The 300 mails that belong to no case: some of contacts, some of strangers.</summary>
internal sealed class EmailGenerator(int seed, DateTimeOffset today, IReadOnlyList<Contact> contacts)
{
    /// <summary>How many there are.</summary>
    public const int Count = 300;

    private const int FirstId = 70001;

    private static readonly (string Name, string Address, string Subject, string Body)[] Strangers =
    [
        (
            "Webinar Team",
            "news@growthletter.example",
            "5 ideas for a full studio in winter",
            "Join our free webinar and learn how others fill their classes.\n\nUnsubscribe at any time."),
        (
            "Mail Delivery System",
            "mailer-daemon@harborline.example",
            "Undelivered Mail Returned to Sender",
            "The following address had permanent fatal errors: <billing@oldstudio.example>"),
        ("Parcel Service", "no-reply@parcels.example", "Your parcel arrives tomorrow", "Please do not answer this mail."),
        (
            "Applications",
            "jo.fields@jobs.example",
            "Application as support specialist",
            "Dear Sir or Madam,\n\nI have worked in support for six years and would like to join your team. My CV is attached."),
    ];

    /// <summary>Makes them, by id.</summary>
    public List<Email> Create() => [.. Enumerable.Range(FirstId, Count).Select(Invent)];

    /// <summary>Never put into her case: one reason why nobody sent the form that she asks for.</summary>
    private Email SarahsMail(string id, Contact sarah) => new(
        id,
        sarah.Email,
        sarah.Name,
        "Transfer form for HB-20419, HB-20440 and HB-20451",
        today.AddDays(-2).AddHours(-3),
        sarah.Uuid,
        sarah.CrmId,
        SandboxPeople.TechnicalSupport,
        "Hello,\n\nwe still wait for the form for the bank transfers. "
            + "In case it helps: the three members would rather have the money set off against next month's fee, "
            + "if that is quicker for you.\n\n-- \nSarah Whitfield\nOperations Manager, Examplecorp");

    private Email Invent(int id)
    {
        var random = SeededRandom.For(seed, "email", id);
        var at = today.AddSeconds(-random.Next(600, 60 * 86_400));
        var key = id.ToString(CultureInfo.InvariantCulture);
        if (id == FirstId + 211)
        {
            return SarahsMail(key, contacts[0]);
        }

        var known = id == FirstId + 212 ? contacts[1] : null;
        if (known is null && random.Chance(25))
        {
            var stranger = random.Pick(Strangers);
            return new(key, stranger.Address, stranger.Name, stranger.Subject, at, null, null, random.Next(1, 7), stranger.Body);
        }

        var contact = known ?? contacts[random.Next(ContactGenerator.KnownCount, contacts.Count)];
        var theme = random.Pick(ThemeLibrary.All);
        var variant = random.Next(theme.Subjects.Length);
        var slots = new Slots(random);
        return new(
            key, contact.Email, contact.Name, slots.Fill(theme.Subjects[variant]), at, contact.Uuid, contact.CrmId, theme.DepartmentId,
            $"Hello,\n\n{slots.Fill(theme.Openings[variant])}\n\n-- \n{contact.Name}\n{contact.Company}");
    }
}
