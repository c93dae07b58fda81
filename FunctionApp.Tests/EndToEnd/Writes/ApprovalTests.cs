using System.Net;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox.Data;
using static FuseDeskFlows.Tests.EndToEnd.Writes.WritesApp;

namespace FuseDeskFlows.Tests.EndToEnd.Writes;

/// <summary>Nothing is written that a person has not approved, exactly as she saw it.</summary>
public sealed class ApprovalTests(WritesApp writes) : IClassFixture<WritesApp>
{
    private int Written => writes.Sandbox.Stats.Writes;

    [Fact]
    public async Task A_write_is_shown_with_what_it_changes_and_is_made_once_after_its_approval()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Assign(SandboxPeople.Daniel));

        Assert.Equal(0, Written);
        Assert.Equal("case 84877", proposal.GetProperty("target").GetString());
        Assert.Equal("""{"id":"84877","rep_id":50}""", proposal.GetProperty("arguments").GetRawText());
        var shown = Change(proposal, "rep");
        Assert.Equal(("Marcus Webb (rep 51)", "Daniel Okafor (rep 50)"),
            (shown.GetProperty("now").GetString(), shown.GetProperty("then").GetString()));
        var listed = (await writes.App.GetAsync("/api/approvals")).GetProperty("approvals").EnumerateArray();
        Assert.Contains(listed, one => one.GetProperty("runId").ValueEquals(proposal.GetProperty("runId").GetString()));

        await writes.ApproveAsync(proposal, "Ann Lee");
        var report = await writes.ReportAsync(proposal);

        Assert.Equal("written", report.GetProperty("outcome").GetString());
        Assert.Equal("Daniel Okafor (rep 50)", Change(report, "rep").GetProperty("after").GetString());
        Assert.Equal(("Ann Lee", "request", true),
            (Of(report, "by").GetString(), Of(report, "identifiedBy").GetString(), Of(report, "approved").GetBoolean()));
        Assert.Equal(proposal.GetProperty("hash").GetString(), Of(report, "hash").GetString());
        Assert.Equal(50, (await writes.CaseAsync()).GetProperty("repid").GetInt32());
        Assert.Equal((1, 1), (Written, report.GetProperty("attempts").GetInt32()));
    }

    [Fact]
    public async Task A_rejected_write_is_not_made_and_says_who_rejected_it()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Note("Call her back."));
        using var rejected = await writes.DecideAsync(proposal, "reject", "Ann Lee");
        var report = await writes.ReportAsync(proposal);

        Assert.Equal(HttpStatusCode.OK, rejected.StatusCode);
        Assert.Equal(("rejected", "Ann Lee"), (report.GetProperty("outcome").GetString(), Of(report, "by").GetString()));
        Assert.Equal(0, Written);
    }

    [Fact]
    public async Task Of_approvers_at_once_one_counts_and_the_others_are_told_who_it_was()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Note("Once."));
        var answers =
            await Task.WhenAll(Enumerable.Range(1, 4)
                .Select(i => writes.DecideAsync(proposal, i % 2 == 0 ? "approve" : "reject", $"Person {i}")));
        var report = await writes.ReportAsync(proposal);

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var late in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            Assert.Equal((HttpStatusCode.Conflict, "approval-decided"), (late.StatusCode, await ProblemAsync(late)));
            Assert.Contains(Of(report, "by").GetString()!, (await TriageApp.JsonAsync(late)).GetProperty("detail").GetString(),
                StringComparison.Ordinal);
        }

        Assert.Single(report.GetProperty("decisions").EnumerateArray());
        Assert.Equal(Of(report, "approved").GetBoolean() ? 1 : 0, Written);
    }

    [Fact]
    public async Task A_write_that_was_approved_is_not_made_again_by_a_second_approval()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Note("Not twice."));
        await writes.ApproveAsync(proposal);
        await writes.ReportAsync(proposal);
        using var again = await writes.DecideAsync(proposal, "approve", "Ben Ode");

        Assert.Equal((HttpStatusCode.Conflict, "approval-decided"), (again.StatusCode, await ProblemAsync(again)));
        Assert.Equal(1, Written);
    }

    [Fact]
    public async Task An_approval_of_something_else_than_what_is_proposed_is_refused()
    {
        writes.Sandbox.Reset();
        var (one, other) = (await writes.ProposeAsync(Note("One.")), await writes.ProposeAsync(Note("Other.")));
        using var wrong = await writes.DecideAsync(one, "approve", "Ann Lee", hash: other.GetProperty("hash").GetString());

        Assert.Equal((HttpStatusCode.Conflict, "approval-hash-differs"), (wrong.StatusCode, await ProblemAsync(wrong)));
        Assert.Equal(0, Written);
        await writes.ApproveAsync(one);
        Assert.Equal("written", (await writes.ReportAsync(one)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task What_the_approver_changes_gets_a_hash_of_its_own_and_is_recorded_as_hers()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Note("Call her back."));
        using var wrong = await writes.DecideAsync(proposal, "approve", "Ann Lee", new { id = "84877", nota = "x" });
        using var elsewhere = await writes.DecideAsync(proposal, "approve", "Ann Lee", new { id = "84920", note = "x" });
        using var edited = await writes.DecideAsync(proposal, "approve", "Ann Lee", new { id = "84877", note = "Write to her." });
        var report = await writes.ReportAsync(proposal);

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.True((await TriageApp.JsonAsync(wrong)).GetProperty("errors").TryGetProperty("arguments.nota", out _));
        Assert.Equal((HttpStatusCode.Conflict, "approval-refused"), (elsewhere.StatusCode, await ProblemAsync(elsewhere)));
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        Assert.Contains("Write to her.", Of(report, "editedArguments").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(report.GetProperty("hash").GetString(), Of(report, "editedHash").GetString());
        Assert.NotEqual(Of(report, "hash").GetString(), Of(report, "editedHash").GetString());
        Assert.Equal("Ann Lee", Of(report, "by").GetString());
        Assert.StartsWith("Write to her.", LastText(await writes.CaseAsync()), StringComparison.Ordinal);
        Assert.Equal(1, Written);
    }

    [Fact]
    public async Task A_target_that_changed_after_the_approval_is_shown_again_with_both_states_and_the_old_approval_does_not_count()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Assign(SandboxPeople.Daniel));
        await writes.ChangeAsync(new { status = "closed" });
        await writes.ApproveAsync(proposal);
        var again = await writes.PendingAsync(proposal.GetProperty("runId").GetString()!, round: 2);
        using var old = await writes.DecideAsync(proposal, "approve", "Ann Lee");

        var difference = Assert.Single(again.GetProperty("differences").EnumerateArray());
        Assert.Equal(("status", "new", "closed"), (Text(difference, "field"), Text(difference, "before"), Text(difference, "now")));
        Assert.NotEqual(proposal.GetProperty("hash").GetString(), again.GetProperty("hash").GetString());
        Assert.Equal("approval-hash-differs", await ProblemAsync(old));
        Assert.Equal(1, Written); // the other person's
        await writes.ApproveAsync(again, "Ben Ode");
        var report = await writes.ReportAsync(proposal);
        Assert.Equal(("written", "Ben Ode"), (Text(report, "outcome"), Of(report, "by").GetString()));
        Assert.Equal(2, report.GetProperty("decisions").GetArrayLength());
        Assert.Contains(report.GetProperty("problems").EnumerateArray(), problem => Text(problem, "type") is "target-changed");
    }

    [Fact]
    public async Task A_run_that_was_stopped_takes_no_approval()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Note("Too late."));
        await writes.App.Client.TerminateInstanceAsync(Text(proposal, "runId"), "stopped", TestContext.Current.CancellationToken);
        await writes.App.UntilAsync($"/api/runs/{Text(proposal, "runId")}", RunState.HasEnded);
        using var late = await writes.DecideAsync(proposal, "approve", "Ann Lee");

        Assert.Equal((HttpStatusCode.Conflict, "run-stopped"), (late.StatusCode, await ProblemAsync(late)));
        Assert.Equal(0, Written);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_what_is_wrong_is_named()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Note("Still waits."));
        using var noRun = await writes.App.PostToAsync("api/runs/write-nowhere/approvals/write", Decision(proposal));
        using var noCall = await writes.App.PostToAsync($"api/runs/{Text(proposal, "runId")}/approvals/r7", Decision(proposal));
        using var wrong = await writes.App.PostToAsync(Address(proposal), new { decision = "yes", hash = "short" });

        Assert.Equal((HttpStatusCode.NotFound, "run-not-found"), (noRun.StatusCode, await ProblemAsync(noRun)));
        Assert.Equal((HttpStatusCode.NotFound, "approval-not-found"), (noCall.StatusCode, await ProblemAsync(noCall)));
        var errors = (await TriageApp.JsonAsync(wrong)).GetProperty("errors");
        Assert.Equal(["by", "decision", "hash"], errors.EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        await writes.DecideAsync(proposal, "reject", "Ann Lee");
    }

    [Fact]
    public async Task Of_three_writes_of_a_turn_one_is_rejected_and_the_others_go_on()
    {
        writes.Sandbox.Reset();
        const string run = "turn-1";
        int[] cases = [SandboxPeople.SarahNewestCase, SandboxPeople.ArticleCase, SandboxPeople.NoRepCase];
        await writes.App.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(TurnRun), cases.Select(id => Note($"To {id}.", id)).ToArray(), new Microsoft.DurableTask.StartOrchestrationOptions(run),
                TestContext.Current.CancellationToken);
        var waiting = await ThreeAsync(run);
        using var rejected = await writes.DecideAsync(waiting["r2"], "reject", "Ann Lee");
        await writes.ApproveAsync(waiting["r1"]);
        await writes.ApproveAsync(waiting["r3"]);
        var done = await writes.App.UntilAsync($"/api/runs/{run}", RunState.HasEnded);

        Assert.Equal(["written", "rejected", "written"], done.GetProperty("report").EnumerateArray()
            .Select(report => Text(report, "outcome")));
        Assert.Equal(2, Written);
    }

    private async Task<Dictionary<string, JsonElement>> ThreeAsync(string run)
    {
        var waiting = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        await writes.App.UntilAsync("/api/approvals?top=100", list =>
        {
            waiting = list.GetProperty("approvals").EnumerateArray().Where(one => one.GetProperty("runId").ValueEquals(run))
                .ToDictionary(one => Text(one, "callId"));
            return waiting.Count == 3;
        });
        return waiting;
    }

    private static object Decision(JsonElement proposal) => new { decision = "approve", hash = Text(proposal, "hash"), by = "Ann Lee" };

    private static JsonElement Of(JsonElement report, string field) => report.GetProperty("approval").GetProperty(field);

    private static string Text(JsonElement element, string field) => element.GetProperty(field).GetString()!;

    private static string LastText(JsonElement supportCase) =>
        supportCase.GetProperty("history").EnumerateArray().Last().GetProperty("body").GetString()!;
}
