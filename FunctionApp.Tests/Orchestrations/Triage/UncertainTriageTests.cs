using FuseDeskFlows.Activities.Writing;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Orchestrations.Triage;

/// <summary>A triage claims nothing of what it could not read.</summary>
public sealed class UncertainTriageTests
{
    private static readonly TriageRequest ByEmail = new() { Email = "sarah@examplecorp.com" };
    private static readonly TriageRequest ByCase = new() { CaseId = new(84920) };
    private static readonly LanguageOutcome Summary = new() { Value = new() { Text = "It stopped.", WrittenBy = "extractive" } };
    private static readonly Case Usual = Some.Case(Some.In("The sync stopped."), Some.Out(7, "We have restarted it."));

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task The_newest_case_of_a_list_that_may_lack_one_is_not_called_the_newest(
        bool isPartial, bool hasUnreadable, bool lacksCursor)
    {
        var page = new Page<CaseListItem>
        {
            Items = [Some.Listed(84920)],
            Entries = 1,
            Unreadable = hasUnreadable ? 1 : 0,
            LacksCursor = lacksCursor,
        };
        var run = new RunMock(ByEmail)
            .Page(ToolNames.ListContacts, Some.Sarah)
            .Answers(ToolNames.ListCases, new ToolOutcome<Page<CaseListItem>> { Value = page, Calls = 1, IsPartial = isPartial })
            .Values(ToolNames.GetCase, Usual).Values(ToolNames.GetRep, Some.Anna).Answers(SummarizeCaseActivity.Name, Summary);

        var report = await run.TriageAsync();

        Assert.Equal(84920, report.Case?.Id.Value);
        Assert.Contains(report.Problems, problem => problem.Detail.Contains("newer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_there_is_no_case_is_not_said_of_a_list_that_may_lack_one()
    {
        var run = new RunMock(ByEmail)
            .Page(ToolNames.ListContacts, Some.Sarah)
            .Values(ToolNames.ListCases, new Page<CaseListItem> { Unreadable = 1, Entries = 1 });

        var report = await run.TriageAsync();

        Assert.DoesNotContain(report.Problems, problem => problem.Type is ProblemTypes.NoCase);
        Assert.Contains(report.Problems, problem => problem.Detail.Contains("whether there is one is not known", StringComparison.Ordinal));
        Assert.DoesNotContain("no case", report.NextStep ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5001", true)]
    [InlineData("4ad568e3-b214-4753-abc9-5f41dce22a7c", false)]
    public async Task Of_an_id_that_nobody_looked_up_only_that_no_case_is_listed_is_said(string id, bool mayBeOfCrm)
    {
        var run = new RunMock(new() { ContactId = new(id) }).Page(ToolNames.ListCases, Some.Listed(84920) with { CrmId = new(5001) });

        var report = await run.TriageAsync();

        var problem = Assert.Single(report.Problems);
        Assert.Equal(ProblemTypes.NoCaseListed, problem.Type);
        Assert.Contains("was not looked up", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(mayBeOfCrm, problem.Detail.Contains("CRM", StringComparison.Ordinal));
        Assert.StartsWith("Check the id", report.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_there_is_no_contact_is_not_said_of_a_list_that_may_lack_one()
    {
        var run = new RunMock(ByEmail).Answers(
            ToolNames.ListContacts, new ToolOutcome<Page<Contact>> { Value = new(), Calls = 1, IsPartial = true });

        var report = await run.TriageAsync();

        Assert.DoesNotContain(report.Problems, problem => problem.Type is ProblemTypes.NoContact);
        Assert.Null(report.Customer);
    }

    [Fact]
    public async Task A_single_hit_of_a_search_that_may_lack_others_is_a_candidate_and_nobodys_case_is_shown()
    {
        var run = new RunMock(new() { Search = "sarah" }).Answers(
            ToolNames.ListContacts, new ToolOutcome<Page<Contact>> { Value = new() { Items = [Some.Sarah] }, Calls = 1, IsPartial = true });

        var report = await run.TriageAsync();

        Assert.Null(report.Customer);
        Assert.Equal(Some.SarahId, Assert.Single(report.Candidates).ContactId);
    }

    [Fact]
    public async Task A_history_that_cannot_be_read_is_not_called_empty_and_nobody_is_said_not_to_have_answered()
    {
        var run = new RunMock(ByCase).Values(ToolNames.GetCase, Some.Case() with { Gaps = new() { IsUnreadable = true } });

        var report = await run.TriageAsync();

        Assert.Contains(
            report.Problems,
            problem =>
                problem.Type is ProblemTypes.UnreadableHistory && problem.Detail.Contains("could not be read", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Problems, ClaimsAbsence);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public async Task Nobody_is_said_not_to_have_answered_where_items_are_missing(int items, bool isPartial)
    {
        var unsure = Some.Case(Some.In("The sync stopped.")) with { Gaps = new() { Items = items, IsPartial = isPartial } };
        var run = new RunMock(ByCase).Values(ToolNames.GetCase, unsure).Answers(SummarizeCaseActivity.Name, Summary);

        var report = await run.TriageAsync();

        Assert.Contains(report.Problems, problem => problem.Type is ProblemTypes.AnswerUnknown);
        Assert.DoesNotContain(report.Problems, ClaimsAbsence);
    }

    [Fact]
    public async Task An_item_that_cannot_be_read_is_told_and_the_rest_is_read()
    {
        var run = new RunMock(ByCase)
            .Values(ToolNames.GetCase, Usual with { Gaps = new() { Items = 2 } })
            .Values(ToolNames.GetRep, Some.Anna).Answers(SummarizeCaseActivity.Name, Summary);

        var report = await run.TriageAsync();

        Assert.Equal("Anna Berg", report.LastRep?.Name);
        Assert.Contains("2 items", Assert.Single(report.Problems).Detail, StringComparison.Ordinal);
    }

    private static bool ClaimsAbsence(ReportProblem problem) =>
        problem.Detail.Contains("nobody has answered", StringComparison.Ordinal)
        || problem.Detail.Contains("has no history", StringComparison.Ordinal);
}
