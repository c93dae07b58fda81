using System.Globalization;
using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>All data of the one account. Callers hold <see cref="Gate"/> while they read or write.</summary>
internal sealed class Helpdesk
{
    private readonly Dictionary<int, SupportCase> _casesById;
    private readonly Dictionary<string, Chat> _chatsById;
    private readonly Dictionary<string, Contact> _contactsByUuid;
    private readonly Dictionary<string, Email> _emailsById;

    /// <summary>Makes the data of a seed.</summary>
    public Helpdesk(int seed, DateTimeOffset today)
    {
        Today = today;
        Contacts = ContactGenerator.Create(seed, today);
        Cases = new CaseGenerator(seed, today, Team, Contacts).Create();
        Chats = new ChatGenerator(seed, today, Team, Contacts).Create();
        Emails = new EmailGenerator(seed, today, Contacts).Create();
        _casesById = Cases.ToDictionary(item => item.Id);
        _chatsById = Chats.ToDictionary(item => item.Id, StringComparer.Ordinal);
        _contactsByUuid = Contacts.ToDictionary(item => item.Uuid, StringComparer.OrdinalIgnoreCase);
        _emailsById = Emails.ToDictionary(item => item.Id, StringComparer.Ordinal);
    }

    /// <summary>One reader or writer at a time.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The moment that the data lies before.</summary>
    public DateTimeOffset Today { get; }

    /// <summary>Reps and departments.</summary>
    public Team Team { get; } = new();

    public IReadOnlyList<Contact> Contacts { get; }

    /// <summary>Cases, by number.</summary>
    public List<SupportCase> Cases { get; }

    /// <summary>Chats, by id.</summary>
    public IReadOnlyList<Chat> Chats { get; }

    /// <summary>Mails, by id.</summary>
    public IReadOnlyList<Email> Emails { get; }

    public List<CaseTag> Tags { get; } = [.. HelpdeskTags.All];

    /// <summary>A case by number, or null.</summary>
    public SupportCase? Case(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? _casesById.GetValueOrDefault(number) : null;

    /// <summary>A chat by id, or null.</summary>
    public Chat? Chat(string id) => _chatsById.GetValueOrDefault(id);

    /// <summary>A mail by id, or null.</summary>
    public Email? Email(string id) => _emailsById.GetValueOrDefault(id);

    /// <summary>A contact by FuseDesk's id, or null.</summary>
    public Contact? Contact(string id) => _contactsByUuid.GetValueOrDefault(id);

    /// <summary>A contact by an id of either world, or null.</summary>
    public Contact? ContactByAnyId(string? id) =>
        id is null ? null : Contact(id) ?? Contacts.FirstOrDefault(contact => Model.Contact.Is(id, null, contact.CrmId));

    public void Add(SupportCase item)
    {
        Cases.Add(item);
        _casesById[item.Id] = item;
    }
}
