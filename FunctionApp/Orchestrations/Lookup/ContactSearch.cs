using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Lookup;

/// <summary>Finds the contact that a request means.</summary>
/// <param name="tools">How the run calls tools.</param>
internal sealed class ContactSearch(FlowContext tools)
{
    /// <summary>Searches; one call for each page of hits.</summary>
    /// <param name="email">The whole address, or null.</param>
    /// <param name="search">Else a text to search by.</param>
    /// <returns>The contact, or whom else it may have meant and why none was chosen.</returns>
    public async Task<ContactFound> FindAsync(string? email, string? search)
    {
        tools.Begin("finding the customer");
        var text = (email ?? search)!.Trim();
        var found = await tools.ListAsync<Contact>(ToolNames.ListContacts, cursor => new ListContactsInput { Search = text, Cursor = cursor });
        if (found.Value is null)
        {
            return new() { Problem = ReportProblem.Refused("Contacts", found.Error!) };
        }

        // A list that changes while it is read can bring the same contact twice.
        var contacts = found.Value.DistinctBy(contact => contact.Id).ToList();
        var choice = email is null ? ContactMatch.BySearch(text, contacts) : ContactMatch.ByEmail(text, contacts);
        return choice.Chosen is { } contact
            ? new() { Customer = new() { ContactId = contact.Id, CrmId = contact.CrmId, Name = contact.Name, Email = contact.Email } }
            : new() { Candidates = choice.Candidates, Problem = choice.Problem };
    }
}
