using System.Globalization;
using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>All data of the one account. Callers hold <see cref="Gate"/> while they read or write.</summary>
internal sealed class Helpdesk
{
    private readonly Dictionary<int, SupportCase> casesById;
    private readonly Dictionary<string, Chat> chatsById;
    private readonly Dictionary<string, Contact> contactsByUuid;
    private readonly Dictionary<string, Email> emailsById;

    /// <summary>Makes the data of a seed.</summary>
    public Helpdesk(int seed, DateTimeOffset today)
    {
        Today = today;
        Contacts = ContactGenerator.Create(seed, today);
        Cases = new CaseGenerator(seed, today, Team, Contacts).Create();
        Chats = new ChatGenerator(seed, today, Team, Contacts).Create();
        Emails = new EmailGenerator(seed, today, Contacts).Create();
        casesById = Cases.ToDictionary(item => item.Id);
        chatsById = Chats.ToDictionary(item => item.Id, StringComparer.Ordinal);
        contactsByUuid = Contacts.ToDictionary(item => item.Uuid, StringComparer.OrdinalIgnoreCase);
        emailsById = Emails.ToDictionary(item => item.Id, StringComparer.Ordinal);
    }

    /// <summary>One reader or writer at a time.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The moment that the data lies before.</summary>
    public DateTimeOffset Today { get; }

    /// <summary>Reps and departments.</summary>
    public Team Team { get; } = new();

    /// <summary>Contacts.</summary>
    public IReadOnlyList<Contact> Contacts { get; }

    /// <summary>Cases, by number.</summary>
    public List<SupportCase> Cases { get; }

    /// <summary>Chats, by id.</summary>
    public IReadOnlyList<Chat> Chats { get; }

    /// <summary>Mails, by id.</summary>
    public IReadOnlyList<Email> Emails { get; }

    /// <summary>Case tags.</summary>
    public List<CaseTag> Tags { get; } = [.. HelpdeskTags.All];

    /// <summary>A case by number, or null.</summary>
    public SupportCase? Case(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? casesById.GetValueOrDefault(number) : null;

    /// <summary>A chat by id, or null.</summary>
    public Chat? Chat(string id) => chatsById.GetValueOrDefault(id);

    /// <summary>A mail by id, or null.</summary>
    public Email? Email(string id) => emailsById.GetValueOrDefault(id);

    /// <summary>A contact by FuseDesk's id, or null.</summary>
    public Contact? Contact(string id) => contactsByUuid.GetValueOrDefault(id);

    /// <summary>A contact by an id of either world, or null.</summary>
    public Contact? ContactByAnyId(string? id) => id is null ? null : Contact(id) ?? Contacts.FirstOrDefault(contact => Model.Contact.Is(id, null, contact.CrmId));

    /// <summary>Adds a case.</summary>
    public void Add(SupportCase item)
    {
        Cases.Add(item);
        casesById[item.Id] = item;
    }
}
