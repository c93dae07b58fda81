using FuseDeskFlows.Activities.Writing;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Tests.Orchestrations.Triage;

public sealed class CaseTriageTests
{
    private static readonly TriageRequest ByEmail = new() { Email = "sarah@examplecorp.com" };
    private static readonly TriageRequest ByCase = new() { CaseId = new(84920) };
    private static readonly Case Usual = Some.Case(
        Some.In("The sync stopped. Can you restart it?"),
        Some.Out(7, "We have restarted the sync."),
        Some.In("Still broken. When will it work?"));
    private static readonly LanguageOutcome Summary = new() { Value = new() { Text = "It stopped.", WrittenBy = "extractive" } };

    [Fact]
    public async Task An_email_takes_three_tool_calls_and_one_language_call_and_names_the_department()
    {
        var run = new RunMock(ByEmail)
            .Page(ToolNames.ListContacts, Some.Sarah)
            .Page(ToolNames.ListCases, Some.Listed(84920))
            .Values(ToolNames.GetCase, Usual)
            .Answers(SummarizeCaseActivity.Name, Summary);

        var report = await run.TriageAsync();

        Assert.Equal([ToolNames.ListContacts, ToolNames.ListCases, ToolNames.GetCase, SummarizeCaseActivity.Name], run.Calls);
        Assert.Equal(3, report.Usage.ToolCalls);
        Assert.Equal("Billing", report.Case?.Department?.Name);
        Assert.Empty(report.Problems);
        Assert.Equal("Sarah Meyer", report.Customer?.Name);
        Assert.Equal(84920, report.Case?.Id.Value);
        Assert.Equal(WaitingOn.Team, report.Waiting?.On);
        Assert.Equal(Some.Moment.AddHours(2), report.Waiting?.Since);
        Assert.Equal("When will it work?", report.LastQuestion?.Text);
        Assert.Equal(("Anna Berg", true, Some.Moment), (report.LastRep?.Name, report.LastRep?.Active, report.LastRep?.ActiveAsOf));
        Assert.Null(report.LastRep?.Alternative);
        Assert.Equal("It stopped.", report.Summary?.Text);
        Assert.Equal(2, Assert.Single(report.Actions).HistoryItem);
        Assert.Contains("Anna Berg", report.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_id_takes_one_tool_call_and_tells_of_the_customer_what_the_case_says()
    {
        var run = new RunMock(ByCase).Values(ToolNames.GetCase, Usual).Answers(SummarizeCaseActivity.Name, Summary);

        var report = await run.TriageAsync();

        Assert.Equal([ToolNames.GetCase, SummarizeCaseActivity.Name], run.Calls);
        Assert.Equal(
            new ReportCustomer { ContactId = Some.SarahId, CrmId = new(5001), Name = "Sarah Meyer", Email = "sarah@examplecorp.com" },
            report.Customer);
    }

    [Fact]
    public async Task A_contact_id_needs_no_search()
    {
        var run = new RunMock(new() { ContactId = Some.SarahId })
            .Page(ToolNames.ListCases, Some.Listed(84920)).Values(ToolNames.GetCase, Usual).Answers(SummarizeCaseActivity.Name, Summary);

        Assert.Equal("Sarah Meyer", (await run.TriageAsync()).Customer?.Name);
        Assert.Equal(2, run.Calls.Count(call => call is not SummarizeCaseActivity.Name));
    }

    [Fact]
    public async Task Entries_of_lists_that_cannot_be_read_are_told_of()
    {
        var run = new RunMock(new() { ContactId = Some.SarahId })
            .Values(
                ToolNames.ListCases,
                new FuseDeskFlows.Truto.Tools.Page<CaseListItem> { Items = [Some.Listed(84920)], NextCursor = "2", Unreadable = 1 },
                new FuseDeskFlows.Truto.Tools.Page<CaseListItem> { Items = [], Unreadable = 2 })
            .Values(ToolNames.GetCase, Usual).Answers(SummarizeCaseActivity.Name, Summary);

        var problem = Assert.Single((await run.TriageAsync()).Problems);

        Assert.Equal(ProblemTypes.LeftOut, problem.Type);
        Assert.StartsWith("3 entries of list_all_fuse_desk_cases", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_rep_costs_no_call_either_and_gets_a_colleague_of_the_department()
    {
        var run = new RunMock(ByCase)
            .Values(ToolNames.GetCase, Usual)
            .Knows(
                Some.Moment,
                [
                    Some.Anna with { Active = false },
                    new Rep { Id = new(1), Name = "Other department", Active = true, DefaultDepartmentId = new(2) },
                    new Rep { Id = new(2), Name = "Disabled", Active = false, DefaultDepartmentId = new(3) },
                    new Rep { Id = new(9), Name = "Later", Active = true, DefaultDepartmentId = new(3) },
                    new Rep { Id = new(8), Name = "Ben Ode", Active = true, DefaultDepartmentId = new(3) },
                ],
                [Some.Billing])
            .Answers(SummarizeCaseActivity.Name, Summary);

        var report = await run.TriageAsync();

        Assert.Equal(1, report.Usage.ToolCalls);
        Assert.Equal((false, "Ben Ode"), (report.LastRep?.Active, report.LastRep?.Alternative?.Name));
        Assert.Contains("reassign the case to Ben Ode", report.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_rep_without_a_colleague_is_a_problem()
    {
        var run = new RunMock(ByCase)
            .Knows(Some.Moment, [Some.Anna with { Active = false }], [])
            .Values(ToolNames.GetCase, Usual)
            .Answers(SummarizeCaseActivity.Name, Summary);

        Assert.Equal(ProblemTypes.NoColleague, Assert.Single((await run.TriageAsync()).Problems).Type);
    }

    [Fact]
    public async Task No_contact_is_a_result_and_nothing_more_is_called()
    {
        var run = new RunMock(ByEmail).Page<Contact>(ToolNames.ListContacts);

        var report = await run.TriageAsync();

        Assert.Equal(ProblemTypes.NoContact, Assert.Single(report.Problems).Type);
        Assert.Equal([ToolNames.ListContacts], run.Calls);
        Assert.NotNull(report.NextStep);
    }

    [Fact]
    public async Task A_contact_with_another_address_is_offered_but_never_taken_for_an_email()
    {
        var run = new RunMock(ByEmail).Page(ToolNames.ListContacts, Some.Sarah with { Email = "not.sarah@examplecorp.com" });

        var report = await run.TriageAsync();

        Assert.Equal(ProblemTypes.NoContact, Assert.Single(report.Problems).Type);
        Assert.Equal(Some.SarahId, Assert.Single(report.Candidates).ContactId);
        Assert.Null(report.Case);
    }

    [Fact]
    public async Task Several_contacts_are_listed_and_none_is_taken()
    {
        var run = new RunMock(new() { Search = "sarah" }).Page(
            ToolNames.ListContacts, Some.Sarah, Some.Sarah with { Id = new("c-2"), LastName = "Abel" });

        var report = await run.TriageAsync();

        Assert.Equal(ProblemTypes.SeveralContacts, Assert.Single(report.Problems).Type);
        Assert.Equal(["Sarah Abel", "Sarah Meyer"], report.Candidates.Select(candidate => candidate.Name));
    }

    [Fact]
    public async Task A_contact_without_cases_is_a_result()
    {
        var run = new RunMock(ByEmail).Page(ToolNames.ListContacts, Some.Sarah).Page<CaseListItem>(ToolNames.ListCases);

        var report = await run.TriageAsync();

        Assert.Equal(ProblemTypes.NoCase, Assert.Single(report.Problems).Type);
        Assert.Equal("Sarah Meyer", report.Customer?.Name);
    }

    [Fact]
    public async Task A_case_that_names_another_contact_is_not_shown()
    {
        var run = new RunMock(ByEmail)
            .Page(ToolNames.ListContacts, Some.Sarah)
            .Page(ToolNames.ListCases, Some.Listed(84920) with { ContactId = null })
            .Values(ToolNames.GetCase, Usual with { ContactId = new("c-other") });

        var report = await run.TriageAsync();

        Assert.Equal(ProblemTypes.CaseOfAnotherContact, Assert.Single(report.Problems).Type);
        Assert.Null(report.Case);
        Assert.Null(report.LastQuestion);
        Assert.Empty(report.Actions);
    }

    [Fact]
    public async Task An_empty_history_is_a_result_without_a_language_call()
    {
        var run = new RunMock(ByCase).Values(ToolNames.GetCase, Some.Case());

        var report = await run.TriageAsync();

        Assert.Equal(ProblemTypes.EmptyHistory, Assert.Single(report.Problems).Type);
        Assert.Null(report.Summary);
        Assert.Equal((WaitingOn.Team, WaitingJudgedBy.Dates), (report.Waiting!.On, report.Waiting.JudgedBy));
        Assert.Equal([ToolNames.GetCase], run.Calls);
    }

    [Fact]
    public async Task A_history_without_any_rep_looks_none_up_and_names_the_department()
    {
        var run = new RunMock(ByCase)
            .Values(ToolNames.GetCase, Some.Case(Some.In("Is anybody there?")))
            .Answers(SummarizeCaseActivity.Name, Summary);

        var report = await run.TriageAsync();

        Assert.Equal(ProblemTypes.NoRep, Assert.Single(report.Problems).Type);
        Assert.Null(report.LastRep);
        Assert.Equal("Billing", report.Case?.Department?.Name);
        Assert.DoesNotContain(ToolNames.GetRep, run.Calls);
    }

    [Fact]
    public async Task An_internal_note_is_no_answer()
    {
        var run = new RunMock(ByCase)
            .Values(ToolNames.GetCase, Some.Case(Some.In("Help?"), Some.Note(7, "Looked at it.")))
            .Answers(SummarizeCaseActivity.Name, Summary);

        Assert.Equal(ProblemTypes.OnlyNotes, Assert.Single((await run.TriageAsync()).Problems).Type);
    }

    [Fact]
    public async Task A_rep_whom_no_list_has_is_asked_for_alone_and_if_she_is_refused_the_rest_is_kept()
    {
        var run = new RunMock(ByCase)
            .Knows(Some.Moment, [], [Some.Billing])
            .Values(ToolNames.GetCase, Usual)
            .Refuses<Rep>(ToolNames.GetRep, ToolErrorKind.NotFound)
            .Answers(SummarizeCaseActivity.Name, Summary);

        var report = await run.TriageAsync();

        Assert.Equal("refused-not-found", Assert.Single(report.Problems).Type);
        Assert.Equal(("Anna Berg", null), (report.LastRep?.Name, report.LastRep?.Active));
        Assert.NotNull(report.Summary);
        Assert.NotNull(report.NextStep);
    }

    [Theory]
    [InlineData(ToolErrorKind.NeedsReconnect, "refused-needs-reconnect")]
    [InlineData(ToolErrorKind.Forbidden, "refused-forbidden")]
    [InlineData(ToolErrorKind.AccountBlocked, "refused-account-blocked")]
    public async Task A_refused_search_is_a_result(ToolErrorKind kind, string type)
    {
        var run = new RunMock(ByEmail).Refuses<FuseDeskFlows.Truto.Tools.Page<Contact>>(ToolNames.ListContacts, kind);

        var report = await run.TriageAsync();

        Assert.Equal(type, Assert.Single(report.Problems).Type);
        Assert.Single(run.Calls);
    }

    [Fact]
    public async Task A_refused_case_keeps_what_the_list_told()
    {
        var run = new RunMock(ByEmail)
            .Page(ToolNames.ListContacts, Some.Sarah)
            .Page(ToolNames.ListCases, Some.Listed(84920))
            .Refuses<Case>(ToolNames.GetCase, ToolErrorKind.Forbidden);

        var report = await run.TriageAsync();

        Assert.Equal(84920, report.Case?.Id.Value);
        Assert.Equal("refused-forbidden", Assert.Single(report.Problems).Type);
        Assert.NotNull(report.NextStep);
    }

    [Fact]
    public async Task An_unexpected_failure_fails_the_run_and_says_where()
    {
        var run = new RunMock(ByCase).Fails<ToolOutcome<Case>>(
            ToolNames.GetCase,
            new TaskFailedException(
                ToolNames.GetCase, 1, new TaskFailureDetails("TrutoException", "Status 502, tried 4 times.", null, null, null)));

        var failure = await Assert.ThrowsAsync<RunFailedException>(run.TriageAsync);

        Assert.Contains(ToolNames.GetCase, failure.Message, StringComparison.Ordinal);
        Assert.Contains("502", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_that_two_pages_bring_is_one_contact()
    {
        var run = new RunMock(ByEmail)
            .Values(
                ToolNames.ListContacts,
                new FuseDeskFlows.Truto.Tools.Page<Contact> { Items = [Some.Sarah], NextCursor = "2" },
                new() { Items = [Some.Sarah] })
            .Page<CaseListItem>(ToolNames.ListCases);

        Assert.Equal(ProblemTypes.NoCase, Assert.Single((await run.TriageAsync()).Problems).Type);
    }

    [Fact]
    public async Task Input_that_names_nothing_or_two_things_fails_the_run()
    {
        await Assert.ThrowsAsync<RunFailedException>(() => new RunMock(new() { Search = " " }).TriageAsync());
        await Assert.ThrowsAsync<RunFailedException>(() => new RunMock().TriageAsync());
        await Assert.ThrowsAsync<RunFailedException>(() => new RunMock(new() { Email = "a@b.c", CaseId = new(1) }).TriageAsync());
    }

    [Fact]
    public async Task Progress_counts_every_step_and_ends_with_all_done()
    {
        var run = new RunMock(ByEmail)
            .Page(ToolNames.ListContacts, Some.Sarah).Page(ToolNames.ListCases, Some.Listed(84920)).Values(ToolNames.GetCase, Usual)
            .Answers(SummarizeCaseActivity.Name, Summary);

        await run.TriageAsync();

        Assert.Equal([0, 1, 2, 3, 4, 5], run.Statuses.Select(status => status.Done));
        Assert.All(run.Statuses, status => Assert.Equal(5, status.Total));
    }
}
