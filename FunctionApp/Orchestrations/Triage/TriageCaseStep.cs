using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>The steps of a triage that find its case and read it.</summary>
/// <param name="tools">How the run calls tools.</param>
/// <param name="notes">Take what is learned.</param>
internal sealed class TriageCaseStep(FlowContext tools, TriageReportBuilder notes)
{
    /// <summary>Finds the case.</summary>
    /// <param name="request">What to triage.</param>
    /// <returns>The case's id; null if there is none.</returns>
    public async Task<CaseId?> FindAsync(TriageRequest request)
    {
        if (request.CaseId is { } caseId)
        {
            return caseId;
        }

        return await FindCustomerAsync(request) ? await FindNewestAsync() : null;
    }

    /// <summary>Reads the case with its whole history.</summary>
    /// <param name="id">The case.</param>
    /// <returns>The case; null if it may not be shown.</returns>
    public async Task<Case?> ReadAsync(CaseId id)
    {
        tools.Begin("reading the case");
        var answer = await tools.CallAsync<Case>(ToolNames.GetCase, id);
        if (answer.Value is not { } supportCase)
        {
            notes.Refused($"Case {id}", answer.Error!);
            return null;
        }

        var report = notes.Report;
        if (report.Customer is { ContactId: { } expected } customer && !CaseOwnership.MayBelongTo(supportCase, expected, customer.CrmId))
        {
            notes.Add(new ReportProblem { Type = ProblemTypes.CaseOfAnotherContact, Detail = $"Case {id} was listed for this customer but names another contact, so it is not shown." });
            notes.Report = report with { Case = null };
            return null;
        }

        var named = CaseHistoryFacts.Customer(supportCase);
        notes.Report = report with
        {
            Case = ReportCase.Of(supportCase),
            Customer = report.Customer is { } known
                ? known with { CrmId = known.CrmId ?? named.CrmId, Name = known.Name ?? named.Name, Email = known.Email ?? named.Email }
                : named,
            Waiting = Waiting.Of(supportCase),
            LastQuestion = CaseHistoryFacts.LastQuestion(supportCase),
            Actions = CaseHistoryFacts.Actions(supportCase),
        };
        return supportCase;
    }

    private async Task<bool> FindCustomerAsync(TriageRequest request)
    {
        if (request.ContactId is { } contactId)
        {
            notes.Report = notes.Report with { Customer = new() { ContactId = contactId } };
            return true;
        }

        var found = await new ContactSearch(tools).FindAsync(request.Email, request.Search);
        notes.Report = notes.Report with { Customer = found.Customer, Candidates = found.Candidates };
        if (found.Problem is { } problem)
        {
            notes.Add(problem);
        }

        return found.Customer is not null;
    }

    private async Task<CaseId?> FindNewestAsync()
    {
        tools.Begin("finding the newest case");
        var (contactId, crmId) = (notes.Report.Customer!.ContactId!.Value, notes.Report.Customer.CrmId);
        var cases = await tools.ListAsync<CaseListItem>(ToolNames.ListCases, cursor => new ListCasesInput { ContactId = contactId, CrmId = crmId, Cursor = cursor });
        if (cases.Value is null)
        {
            notes.Refused("The customer's cases", cases.Error!);
            return null;
        }

        if (CaseOwnership.Newest(cases.Value, contactId, crmId) is not { } newest)
        {
            notes.Add(new ReportProblem { Type = ProblemTypes.NoCase, Detail = "This contact has no case." });
            return null;
        }

        notes.Report = notes.Report with { Case = ReportCase.Of(newest) };
        return newest.Id;
    }
}
