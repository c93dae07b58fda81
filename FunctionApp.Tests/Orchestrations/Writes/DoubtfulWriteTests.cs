using System.Text.Json;
using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Activities.Writes.Settings;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Orchestrations.Writes;

/// <summary>A write whose answer was lost, and that was not found since, may still arrive, whatever follows.</summary>
public sealed class DoubtfulWriteTests
{
    private const string Token = "3f0c9a1be2d47786";

    private static readonly ToolOutcome<WriteTarget> Before = Seen("new");
    private static readonly ToolOutcome<WriteTarget> Closed = Seen("closed");
    private static readonly ToolOutcome<WriteAnswer> Lost = new() { Value = new() { Doubt = "the connection broke" }, Calls = 1 };

    private static readonly ToolOutcome<WriteAnswer> Forbidden =
        new() { Error = new() { Kind = ToolErrorKind.Forbidden, Tool = "t", Message = "No." }, Calls = 1 };

    [Fact]
    public async Task A_refusal_of_a_second_attempt_does_not_say_that_nothing_was_changed()
    {
        var report = await WriteAsync(Run(Before, Before, Before, Before, Before)
            .Answers(SendWriteActivity.Name, Lost, Forbidden));

        Assert.Equal(WriteOutcome.Unknown, report.Outcome);
        Assert.Equal(["outcome-unknown", "refused-forbidden"], report.Problems.Select(problem => problem.Type));
        Assert.DoesNotContain("Nothing was changed", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_after_the_target_changed_does_not_either_and_still_names_who_rejected()
    {
        var run = Run(Before, Before, Before, Before, Closed).Answers(SendWriteActivity.Name, Lost);

        var report = await WriteAsync(run.Hears(ToolWrite.DecisionEvent, () => Decide(run, approve: false, round: 2)));

        Assert.Equal((WriteOutcome.Unknown, "Ben Ode"), (report.Outcome, report.Approval?.By));
        Assert.Equal(["target-changed", "outcome-unknown"], report.Problems.Select(problem => problem.Type));
        Assert.DoesNotContain("nothing was sent", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_arrived_while_a_person_was_asked_again_is_not_sent_twice()
    {
        var run = Run(Before, Before, Before, Before, Closed, Seen("closed", hasText: true)).Answers(SendWriteActivity.Name, Lost);

        var report = await WriteAsync(run.Hears(ToolWrite.DecisionEvent, () => Decide(run, approve: true, round: 2)));

        Assert.Equal((WriteOutcome.Written, 1), (report.Outcome, run.Calls.Count(call => call is SendWriteActivity.Name)));
        Assert.DoesNotContain(report.Problems, problem => problem.Type is ProblemTypes.OutcomeUnknown);
    }

    [Fact]
    public async Task A_decision_on_an_earlier_proposal_does_not_count_even_if_the_target_is_again_as_it_was()
    {
        var run = Run(Before, Closed);

        var report = await WriteAsync(run.Hears(
            ToolWrite.DecisionEvent, () => Decide(run, approve: true, round: 1), () => Decide(run, approve: false, round: 2)));

        Assert.Equal(WriteOutcome.Rejected, report.Outcome);
        Assert.DoesNotContain(SendWriteActivity.Name, run.Calls);
        Assert.Contains(run.Statuses, status => status.Approval?.Refused is [{ Id: "decision-1" }]);
    }

    private static Task<WriteReport> WriteAsync(RunMock run) => ToolWrite.RunAsync(run.Context);

    private static RunMock Run(params ToolOutcome<WriteTarget>[] targets) => new RunMock()
        .Of(ToolWrite.Name, new ToolWriteRequest { Tool = "cases/addnote", Arguments = "{}", Approve = true, By = "Ann Lee" })
        .Answers(ReadWriteSettingsActivity.Name, new WriteSettings { ApprovalDeadline = TimeSpan.FromDays(1) })
        .Answers(PlanWriteActivity.Name, new WritePlan
        {
            Tool = "fuse_desk_cases_addnote",
            Resource = "cases",
            Method = "addnote",
            Kind = WriteKind.CaseNote,
            Id = "84877",
            CanRead = true,
            Asked = [new(TargetFields.Note, $"Call her.\n\n[fusedeskflows] {Token}")],
            Token = Token,
        })
        .Answers(ReadWriteTargetActivity.Name, targets);

    private static JsonElement Decide(RunMock run, bool approve, int round) => JsonSerializer.SerializeToElement(new ApprovalDecision
    {
        Id = $"decision-{round}",
        Approve = approve,
        Hash = ((WriteProposal)run.Kept!).Hash,
        Round = round,
        By = "Ben Ode",
    });

    private static ToolOutcome<WriteTarget> Seen(string status, bool hasText = false) => new()
    {
        Calls = 1,
        Value = new()
        {
            Id = "84877",
            Fields = new Dictionary<string, string>(StringComparer.Ordinal) { [TargetFields.Status] = status },
            HasText = hasText,
        },
    };
}
