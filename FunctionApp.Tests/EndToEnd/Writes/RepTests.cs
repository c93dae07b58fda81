using System.Net;
using System.Text.Json;
using FuseDeskFlows.TrutoSandbox.Data;
using static FuseDeskFlows.Tests.EndToEnd.Writes.WritesApp;

namespace FuseDeskFlows.Tests.EndToEnd.Writes;

/// <summary>Who a case is given to, who proposes it, and what FuseDesk makes of it.</summary>
public sealed class RepTests(WritesApp writes) : IClassFixture<WritesApp>
{
    [Fact]
    public async Task A_random_rep_in_place_of_the_one_asked_for_is_warned_of_and_told()
    {
        writes.Sandbox.Reset();
        var proposal =
            await writes.ProposeAsync(new { tool = UpdateCase, arguments = new { id = 84877, repid = SandboxPeople.Daniel, depid = 2 } });
        await writes.ApproveAsync(proposal);
        var report = await writes.ReportAsync(proposal);

        Assert.Contains("FuseDesk gives the case to a random rep", Assert.Single(proposal.GetProperty("warnings").EnumerateArray())
            .GetString(), StringComparison.Ordinal);
        Assert.Equal("written-differently", report.GetProperty("outcome").GetString());
        var rep = (await writes.CaseAsync()).GetProperty("repid").GetInt32();
        Assert.NotEqual(SandboxPeople.Daniel, rep);
        Assert.Contains($"(rep {rep})", Change(report, "rep").GetProperty("after").GetString(), StringComparison.Ordinal);
        Assert.Contains($"(rep {rep})", report.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_rep_is_refused_before_anybody_is_asked()
    {
        writes.Sandbox.Reset();
        var report =
            await OneStepAsync(
                new { tool = UpdateCase, arguments = new { id = "84920", rep_id = SandboxPeople.Marcus }, approve = true, by = "Ann Lee" });

        Assert.Equal(("refused", "inactive-rep"), (report.GetProperty("outcome").GetString(), ProblemOf(report)));
        Assert.Equal(0, writes.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task A_rep_who_was_disabled_since_is_found_out_right_before_the_write()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Assign(SandboxPeople.Daniel));
        await writes.App.AddFaultAsync(
            new
            {
                route = "GET /proxy/reps/{id}",
                body = new { userId = SandboxPeople.Daniel, firstName = "Daniel", lastName = "Okafor", active = false }
            });
        await writes.ApproveAsync(proposal);
        var report = await writes.ReportAsync(proposal);

        Assert.Equal(("refused", "inactive-rep"), (report.GetProperty("outcome").GetString(), ProblemOf(report)));
        Assert.Equal(0, writes.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task A_person_proposes_and_approves_in_one_step_by_the_name_that_the_platform_knows()
    {
        writes.Sandbox.Reset();
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/writes")
        {
            Content =
                System.Net.Http.Json.JsonContent.Create(
                    new
                    {
                        tool = "cases/update",
                        arguments = new { caseId = 84877, status = "open" },
                        approve = true,
                        by = "Somebody Else"
                    }),
        };
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-NAME", "ann@harborline.example");
        using var started = await writes.App.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var report = await EndAsync(started);

        var approval = report.GetProperty("approval");
        Assert.Equal("written", report.GetProperty("outcome").GetString());
        Assert.Equal(("ann@harborline.example", "platform"),
            (approval.GetProperty("by").GetString(), approval.GetProperty("identifiedBy").GetString()));
        Assert.Equal("open", (await writes.CaseAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_is_so_already_is_not_sent()
    {
        writes.Sandbox.Reset();
        var report =
            await OneStepAsync(
                new { tool = "cases/update", arguments = new { id = 84877, status = "new" }, approve = true, by = "Ann Lee" });

        Assert.Equal("already-so", report.GetProperty("outcome").GetString());
        Assert.Equal(0, writes.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task What_is_wrong_with_a_proposal_is_named_by_field_and_nothing_is_started()
    {
        using var nobody =
            await writes.App.PostToAsync("api/writes",
                new { tool = UpdateCase, arguments = new { id = 84877, status = "open" }, approve = true });
        using var unknown = await writes.App.PostToAsync("api/writes", new { tool = "delete_everything", arguments = new { } });
        using var read = await writes.App.PostToAsync("api/writes", new { tool = "list_all_fuse_desk_cases", arguments = new { } });
        using var wrong =
            await writes.App.PostToAsync("api/writes",
                new { tool = UpdateCase, arguments = new { status = "active", rep_id = "Daniel", colour = 1 } });

        Assert.Equal(["by"], await ErrorsAsync(nobody));
        Assert.Equal(["tool"], await ErrorsAsync(unknown));
        Assert.Equal(["tool"], await ErrorsAsync(read));
        Assert.Equal(["arguments.colour", "arguments.id", "arguments.rep_id", "arguments.status"], await ErrorsAsync(wrong));
    }

    [Fact]
    public async Task A_proposal_that_is_sent_twice_with_one_key_is_one_run()
    {
        writes.Sandbox.Reset();
        var body = new { tool = "cases/addnote", arguments = new { id = 84877, note = "Once." }, approve = true, by = "Ann Lee" };
        using var first = await writes.App.PostToAsync("api/writes", body, "note-1");
        using var second = await writes.App.PostToAsync("api/writes", body, "note-1");
        using var other =
            await writes.App.PostToAsync("api/writes", new { body.tool, body.arguments, body.approve, by = "Ben Ode" }, "note-1");
        await EndAsync(first);

        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(1, writes.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task A_report_can_be_read_as_a_page_and_as_Markdown()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Note("<script>alert(1)</script> *Call* her."));
        await writes.ApproveAsync(proposal);
        await writes.ReportAsync(proposal);
        var address = $"/api/runs/{proposal.GetProperty("runId").GetString()}";

        Assert.DoesNotContain("<script>", await writes.App.GetTextAsync(address, "text/html"), StringComparison.Ordinal);
        Assert.Contains("approved by Ann Lee", await writes.App.GetTextAsync(address, "text/markdown"), StringComparison.Ordinal);
    }

    private static string? ProblemOf(JsonElement report) =>
        Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString();

    private static async Task<IEnumerable<string>> ErrorsAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return (await TriageApp.JsonAsync(response)).GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .Order(StringComparer.Ordinal);
    }

    private async Task<JsonElement> OneStepAsync(object body)
    {
        using var started = await writes.App.PostToAsync("api/writes", body);
        return await EndAsync(started);
    }

    private async Task<JsonElement> EndAsync(HttpResponseMessage started)
    {
        var run =
            await writes.App.UntilAsync($"/api/runs/{(await TriageApp.JsonAsync(started)).GetProperty("id").GetString()}",
                RunState.HasEnded);
        Assert.True(run.GetProperty("status").GetString() is "completed", run.ToString());
        return run.GetProperty("report");
    }
}
