using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Lookup;

/// <summary>Finds the contact that a request means.</summary>
internal sealed class ContactSearch(FlowContext flow)
{
    /// <summary>Searches; one call for each page of hits.</summary>
    /// <param name="email">The whole address, or null.</param>
    /// <param name="search">Else a text to search by.</param>
    public async Task<ContactMatch> FindAsync(string? email, string? search)
    {
        flow.StartStep("finding the customer");
        var text = (email ?? search)!.Trim();
        var found = await flow.ListAllAsync<Contact>(
            ToolNames.ListContacts, cursor => new ListContactsInput { Search = text, Cursor = cursor });
        if (found.Value is null)
        {
            return new() { Problem = found.Problem("Contacts") };
        }

        // A list that changes while it is read can bring the same contact twice.
        var contacts = found.Value.DistinctBy(contact => contact.Id).ToList();
        var isWhole = !flow.Gaps.MayLack(ToolNames.ListContacts);
        return email is null ? ContactMatch.BySearch(text, contacts, isWhole) : ContactMatch.ByEmail(text, contacts, isWhole);
    }
}
