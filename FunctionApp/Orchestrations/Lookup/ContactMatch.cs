using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Lookup;

/// <summary>The contact that a request means, if that is certain; else who may be meant, and why nobody was chosen.</summary>
internal sealed record ContactMatch
{
    /// <summary>A report lists no more candidates than a person would read.</summary>
    public const int MaxCandidates = 20;

    public ReportCustomer? Customer { get; init; }

    /// <summary>Those who may be meant; none where the customer is known.</summary>
    public IReadOnlyList<ReportCandidate> Candidates { get; init; } = [];

    /// <summary>Null where the customer is known.</summary>
    public ReportProblem? Problem { get; init; }

    /// <summary>Chooses by a whole address: nobody else's case may be shown, so nothing but an exact match counts.</summary>
    /// <param name="isWhole">False if contacts may be missing in what was found.</param>
    public static ContactMatch ByEmail(string email, IReadOnlyList<Contact> found, bool isWhole = true)
    {
        var exact = WithAddress(email, found);
        return exact switch
        {
            [var only] => Only(only),
            [] when !isWhole => Unknown("No contact with exactly this address is in what could be read", found),
            [] when found.Count == 0 => None("No contact has this address."),
            [] => None(
                $"No contact has exactly this address; the search found {ReportText.Count(found.Count, "contact")} that may be meant.",
                Listed(found)),
            _ => Several($"{ReportText.Count(exact.Count, "contact")} have this address.", exact),
        };
    }

    /// <summary>Chooses by a search text: a single hit, or the only one with exactly this address.</summary>
    /// <param name="isWhole">False if contacts may be missing in what was found, so that a single hit may not be the only one.</param>
    public static ContactMatch BySearch(string text, IReadOnlyList<Contact> found, bool isWhole = true) =>
        (WithAddress(text, found), found) switch
        {
            (not [_], _) when !isWhole => Unknown("Which contact is meant cannot be told from what could be read", found),
            (_, []) => None("No contact matches this text."),
            ([var exact], _) => Only(exact),
            (_, [var only]) => Only(only),
            _ => Several($"{ReportText.Count(found.Count, "contact")} match this text.", found),
        };

    private static List<Contact> WithAddress(string address, IReadOnlyList<Contact> found) =>
        [.. found.Where(contact => string.Equals(contact.Email?.Trim(), address.Trim(), StringComparison.OrdinalIgnoreCase))];

    private static ContactMatch Only(Contact contact) =>
        new() { Customer = new() { ContactId = contact.Id, CrmId = contact.CrmId, Name = contact.Name, Email = contact.Email } };

    private static ContactMatch None(string detail, IReadOnlyList<ReportCandidate>? candidates = null) =>
        new() { Problem = new() { Type = ProblemTypes.NoContact, Detail = detail }, Candidates = candidates ?? [] };

    private static ContactMatch Unknown(string detail, IReadOnlyList<Contact> found) => new()
    {
        Problem = ReportProblem.ForIncompleteAnswer($"{detail}; there may be others."),
        Candidates = Listed(found),
    };

    private static ContactMatch Several(string detail, IReadOnlyList<Contact> contacts) =>
        new() { Problem = new() { Type = ProblemTypes.SeveralContacts, Detail = detail }, Candidates = Listed(contacts) };

    private static List<ReportCandidate> Listed(IReadOnlyList<Contact> contacts) =>
    [
        .. contacts
            .OrderBy(contact => contact.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(contact => contact.Id.Value, StringComparer.Ordinal)
            .Take(MaxCandidates)
            .Select(contact => new ReportCandidate { ContactId = contact.Id, Name = contact.Name }),
    ];
}
