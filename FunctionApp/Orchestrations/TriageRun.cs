using FuseDeskFlows.Activities;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports;
using FuseDeskFlows.Truto;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations;

/// <summary>One run of <see cref="CaseTriage"/>: each step adds to the report what it learned, or the problem that kept it from learning.</summary>
/// <param name="context">The run.</param>
/// <param name="request">What to triage.</param>
internal sealed class TriageRun(TaskOrchestrationContext context, TriageRequest request)
{
    private readonly ToolCalls _tools = new(context, StepsOf(request), request.Batch);
    private readonly List<ReportProblem> _problems = [];
    private TriageReport _report = new();

    /// <summary>Reads everything and reports.</summary>
    /// <returns>The report, complete or with problems.</returns>
    /// <exception cref="QuotaWaitException">A quota did not come back in time; the report so far is kept.</exception>
    public Task<TriageReport> RunAsync() => PartialResult.OrKeepAsync(context, ReadAsync, Report);

    private async Task<TriageReport> ReadAsync()
    {
        _tools.Foresee(StepsOf(request) - 1); // the summary is no tool call
        if (await FindCaseAsync() is { } id && await ReadCaseAsync(id) is { } supportCase)
        {
            await FindLastRepAsync(supportCase);
            await SummarizeAsync(supportCase);
        }

        if (request.Channels)
        {
            await ReadChannelsAsync();
        }

        _tools.Finish();
        return Report();
    }

    private TriageReport Report()
    {
        var usage = _report.Timeline is { } timeline ? _tools.Usage.Plus(timeline.Usage) : _tools.Usage;
        var report = _report with { Usage = usage, Problems = _problems };
        return report with { NextStep = NextStep.For(report) };
    }

    private static int StepsOf(TriageRequest request) => request switch
    {
        { CaseId: not null } => 3,
        { ContactId: not null } => 4,
        _ => 5,
    };

    private async Task<CaseId?> FindCaseAsync()
    {
        if (request.CaseId is { } caseId)
        {
            return caseId;
        }

        return await FindCustomerAsync() ? await FindNewestCaseAsync() : null;
    }

    private async Task<bool> FindCustomerAsync()
    {
        if (request.ContactId is { } contactId)
        {
            _report = _report with { Customer = new() { ContactId = contactId } };
            return true;
        }

        var found = await new ContactSearch(_tools).FindAsync(request.Email, request.Search);
        _report = _report with { Customer = found.Customer, Candidates = found.Candidates };
        if (found.Problem is { } problem)
        {
            _problems.Add(problem);
        }

        return found.Customer is not null;
    }

    private async Task<CaseId?> FindNewestCaseAsync()
    {
        _tools.Begin("finding the newest case");
        var (contactId, crmId) = (_report.Customer!.ContactId!.Value, _report.Customer.CrmId);
        var cases = await _tools.ListAsync<CaseListItem>(ToolNames.ListCases, cursor => new ListCases { ContactId = contactId, CrmId = crmId, Cursor = cursor });
        if (cases.Value is null)
        {
            Refused("The customer's cases", cases.Error!);
            return null;
        }

        if (CaseChoice.Newest(cases.Value, contactId, crmId) is not { } newest)
        {
            _problems.Add(new() { Type = ProblemTypes.NoCase, Detail = "This contact has no case." });
            return null;
        }

        _report = _report with { Case = ReportCase.Of(newest) };
        return newest.Id;
    }

    private async Task<Case?> ReadCaseAsync(CaseId id)
    {
        _tools.Begin("reading the case");
        var answer = await _tools.CallAsync<Case>(ToolNames.GetCase, id);
        if (answer.Value is not { } supportCase)
        {
            Refused($"Case {id}", answer.Error!);
            return null;
        }

        if (_report.Customer is { ContactId: { } expected } customer && !CaseChoice.MayBelongTo(supportCase, expected, customer.CrmId))
        {
            _problems.Add(new() { Type = ProblemTypes.CaseOfAnotherContact, Detail = $"Case {id} was listed for this customer but names another contact, so it is not shown." });
            _report = _report with { Case = null };
            return null;
        }

        var named = CaseReading.Customer(supportCase);
        _report = _report with
        {
            Case = ReportCase.Of(supportCase),
            Customer = _report.Customer is { } known
                ? known with { CrmId = known.CrmId ?? named.CrmId, Name = known.Name ?? named.Name, Email = known.Email ?? named.Email }
                : named,
            Waiting = Waiting.Of(supportCase),
            LastQuestion = CaseReading.LastQuestion(supportCase),
            Actions = CaseReading.Actions(supportCase),
        };
        return supportCase;
    }

    private async Task FindLastRepAsync(Case supportCase)
    {
        if (CaseReading.LastAnswer(supportCase) is not { RepId: { } repId } last)
        {
            _problems.Add(CaseReading.WhyNoAnswer(supportCase));
            return;
        }

        _tools.Begin("finding the rep who answered last");
        var answer = await _tools.CallAsync<Rep>(ToolNames.GetRep, repId);
        _report = _report with
        {
            LastRep = new() { Id = repId, Name = answer.Value?.Name ?? last.AuthorName, Active = answer.Value?.Active, AnsweredAt = last.At },
        };
        if (answer.Value is null)
        {
            Refused($"Rep {repId}, who answered last,", answer.Error!);
        }
        else if (!answer.Value.Active)
        {
            await FindColleagueAsync(supportCase, repId);
        }
    }

    private async Task FindColleagueAsync(Case supportCase, RepId disabled)
    {
        _tools.AddStep();
        _tools.Begin("finding a colleague for the disabled rep");
        var reps = await _tools.ListAsync<Rep>(ToolNames.ListReps, cursor => new ListReps { Cursor = cursor });
        if (reps.Value is null)
        {
            Refused("The reps, among whom a colleague was to be found,", reps.Error!);
            return;
        }

        var colleague = ColleagueChoice.For(reps.Value, supportCase, disabled);
        _report = _report with { LastRep = _report.LastRep! with { Alternative = colleague } };
        if (colleague is null)
        {
            var department = supportCase.DepartmentId is { } id ? $"no active rep has department {id} as the usual one." : "the case names no department.";
            _problems.Add(new() { Type = ProblemTypes.NoColleague, Detail = "The rep who answered last is disabled, and nobody can be suggested: " + department });
        }
    }

    private async Task SummarizeAsync(Case supportCase)
    {
        if (supportCase.History.Count > 0)
        {
            _tools.Begin("summarizing");
            var summary = await new LanguageCalls(context, _tools).SummarizeAsync(supportCase);
            _report = _report with { Summary = summary.Text };
            _problems.AddRange(summary.Problems);
        }
    }

    private async Task ReadChannelsAsync()
    {
        if (_report.Customer is not { ContactId: { } contactId } customer)
        {
            return;
        }

        _tools.AddStep();
        _tools.Begin("reading all channels");
        try
        {
            var timeline = await context.CallSubOrchestratorAsync<TimelineReport>(
                nameof(ContactTimeline), new TimelineRequest { ContactId = contactId, CrmId = customer.CrmId, KnownEmail = customer.Email },
                new SubOrchestrationOptions { InstanceId = $"{context.InstanceId}-timeline" });
            _report = _report with { Timeline = timeline };
            _problems.AddRange(timeline.Problems);
        }
        catch (TaskFailedException failure)
        {
            _problems.Add(new() { Type = ProblemTypes.Refused(ToolErrorKind.Other), Detail = $"The other channels could not be read: {failure.FailureDetails.ErrorMessage}" });
        }
    }

    private bool Refused(string missing, ToolError error)
    {
        _problems.Add(ReportProblem.Refused(missing, error));
        return false;
    }
}
