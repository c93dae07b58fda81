using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>The steps of a triage that find its case and read it.</summary>
internal sealed class TriageCaseStep(FlowContext flow, TriageReportBuilder builder)
{
    public async Task<CaseId?> FindAsync(TriageRequest request)
    {
        if (request.CaseId is { } caseId)
        {
            return caseId;
        }

        return await FindCustomerAsync(request) ? await FindNewestAsync(isFound: request.ContactId is null) : null;
    }

    /// <summary>Reads the case with its whole history.</summary>
    /// <returns>The case; null if it may not be shown.</returns>
    public async Task<Case?> ReadAsync(CaseId id)
    {
        flow.StartStep("reading the case");
        var answer = await flow.CallToolAsync<Case>(ToolNames.GetCase, id);
        if (answer.Value is not { } supportCase)
        {
            builder.Add(answer.Problem($"Case {id}"));
            return null;
        }

        var report = builder.Report;
        if (report.Customer is { ContactId: { } expected } customer && !CaseOwnership.MayBelongTo(supportCase, expected, customer.CrmId))
        {
            builder.Add(CaseOwnership.OfAnotherContact(id));
            builder.Report = report with { Case = null };
            return null;
        }

        builder.Add(UncertainTexts.ProblemsOf(supportCase.History));
        var named = CaseHistoryFacts.CustomerOf(supportCase);
        var text = new CaseText(supportCase);
        builder.Report = report with
        {
            Case = ReportCase.From(supportCase),
            Customer = report.Customer is { } known
                ? known with { CrmId = known.CrmId ?? named.CrmId, Name = known.Name ?? named.Name, Email = known.Email ?? named.Email }
                : named,
            Waiting = Waiting.InCase(supportCase),
            LastQuestion = CaseHistoryFacts.LastQuestion(text),
            Actions = CaseHistoryFacts.Actions(text),
        };
        return supportCase;
    }

    private async Task<bool> FindCustomerAsync(TriageRequest request)
    {
        if (request.ContactId is { } contactId)
        {
            builder.Report = builder.Report with { Customer = new() { ContactId = contactId } };
            return true;
        }

        var found = await new ContactSearch(flow).FindAsync(request.Email, request.Search);
        builder.Report = builder.Report with { Customer = found.Customer, Candidates = found.Candidates };
        if (found.Problem is { } problem)
        {
            builder.Add(problem);
        }

        return found.Customer is not null;
    }

    private async Task<CaseId?> FindNewestAsync(bool isFound)
    {
        flow.StartStep("finding the newest case");
        var (contactId, crmId) = (builder.Report.Customer!.ContactId!.Value, builder.Report.Customer.CrmId);
        var cases = await flow.ListAllAsync<CaseListItem>(
            ToolNames.ListCases, cursor => new ListCasesInput { ContactId = contactId, CrmId = crmId, Cursor = cursor });
        if (cases.Value is null)
        {
            builder.Add(cases.Problem("The customer's cases"));
            return null;
        }

        if (CaseOwnership.NewestFirst(cases.Value, contactId, crmId).FirstOrDefault() is not { } newest)
        {
            builder.Add(flow.Gaps.MayLack(ToolNames.ListCases)
                ? ReportProblem.ForIncompleteAnswer(
                    "No case of this contact is in what could be read of the list; whether there is one is not known.")
                : isFound ? new ReportProblem { Type = ProblemTypes.NoCase, Detail = "This contact has no case." }
                : NoneListed(contactId));
            return null;
        }

        if (flow.Gaps.IsIncomplete(ToolNames.ListCases))
        {
            builder.Add(ReportProblem.ForIncompleteAnswer(
                $"Case {newest.Id} is the newest of those that could be read; whether there is a newer one is not known."));
        }

        builder.Report = builder.Report with { Case = ReportCase.From(newest) };
        return newest.Id;
    }

    // The list of an id that nobody has is as empty as that of a contact without cases.
    private static ReportProblem NoneListed(ContactId id) => new()
    {
        Type = ProblemTypes.NoCaseListed,
        Detail = $"No case is listed for contact {id}; whether there is such a contact was not looked up."
            + (id.Value.All(char.IsAsciiDigit) ? " A contact's id in FuseDesk is meant, and a number may be that of the CRM." : ""),
    };
}
