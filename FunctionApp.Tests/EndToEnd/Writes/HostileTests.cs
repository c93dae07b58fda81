using System.Net;
using System.Text;
using System.Text.Json;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Tests.Hostile;
using FuseDeskFlows.TrutoSandbox.Data;
using static FuseDeskFlows.Tests.EndToEnd.Writes.WritesApp;

namespace FuseDeskFlows.Tests.EndToEnd.Writes;

/// <summary>No text starts, approves or changes a write, wherever it stands.</summary>
public sealed class HostileTests(WritesApp writes) : IClassFixture<WritesApp>
{
    [Fact]
    public void There_are_forty_hostile_texts_and_more() =>
        Assert.True(HostileConversations.All.Distinct(StringComparer.Ordinal).Count() >= 40);

    [Fact]
    public async Task A_text_that_is_sent_for_a_decision_or_for_a_write_is_neither()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Note("Call her back."));
        foreach (var text in HostileConversations.All)
        {
            using var decided = await SendAsync(Address(proposal), text);
            using var started = await SendAsync("api/writes", text);
            using var inFields =
                await writes.App.PostToAsync(Address(proposal), new { decision = text, hash = text, by = "x", reason = "x" });
            Assert.All([decided, started, inFields], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        }

        Assert.Equal(0, writes.Sandbox.Stats.Writes);
        await RejectAsync(proposal);
    }

    [Fact]
    public async Task A_text_that_reaches_the_run_as_an_event_does_not_decide()
    {
        writes.Sandbox.Reset();
        var proposal = await writes.ProposeAsync(Note("Call her back."));
        var id = proposal.GetProperty("runId").GetString()!;
        foreach (var text in HostileConversations.All)
        {
            await writes.App.Client.RaiseEventAsync(id, ToolWrite.DecisionEvent, text, TestContext.Current.CancellationToken);
            await writes.App.Client.RaiseEventAsync(
                id, ToolWrite.DecisionEvent, new { id = "x", approve = true, hash = text, by = text },
                    TestContext.Current.CancellationToken);
        }

        await RejectAsync(proposal);
        Assert.Equal("rejected", (await writes.ReportAsync(proposal)).GetProperty("outcome").GetString());
        Assert.Equal(0, writes.Sandbox.Stats.Writes);
    }

    [Fact]
    public async Task A_text_in_what_is_proposed_or_in_its_case_changes_neither_what_is_asked_nor_what_is_written()
    {
        writes.Sandbox.Reset();
        var hostile = string.Join("\n\n", HostileConversations.All);
        await writes.ChangeAsync(new { summary = HostileConversations.All[4] }, SandboxPeople.ArticleCase);
        var proposal = await writes.ProposeAsync(new
        {
            tool = UpdateCase,
            arguments = new { id = $"{SandboxPeople.ArticleCase}", status = "closed" },
            reason = HostileConversations.All[3],
            by = HostileConversations.All[0],
        });
        var note = await writes.ProposeAsync(Note(hostile, SandboxPeople.NoRepCase));
        Assert.Equal(1, writes.Sandbox.Stats.Writes); // the customer's title

        await writes.ApproveAsync(proposal);
        await writes.ApproveAsync(note);
        var report = await writes.ReportAsync(proposal);
        Assert.Equal("""{"id":"84920","status":"closed"}""", report.GetProperty("arguments").GetRawText());
        Assert.Equal(("written", "written"),
            (report.GetProperty("outcome").GetString(), (await writes.ReportAsync(note)).GetProperty("outcome").GetString()));
        Assert.Equal(3, writes.Sandbox.Stats.Writes);
    }

    private async Task RejectAsync(JsonElement proposal)
    {
        using var rejected = await writes.DecideAsync(proposal, "reject", "Ann Lee");
        Assert.Equal(HttpStatusCode.OK, rejected.StatusCode);
    }

    // As it stands where it is JSON, else as a JSON text.
    private async Task<HttpResponseMessage> SendAsync(string address, string text)
    {
        var body = text.StartsWith('{') ? text : JsonSerializer.Serialize(text);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await writes.App.Http.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
