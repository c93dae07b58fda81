using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.Playwright;

namespace FuseDeskFlows.Tests.EndToEnd.Pages;

/// <summary>What a support manager does with the console, in a browser.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class ConsoleTests(ConsoleBrowser browser)
{
    private static readonly string[] Pages = ["", "/runs", "/approvals", "/quota", "/ask", "/events"];

    [Fact]
    public async Task A_triage_is_started_by_the_keyboard_alone_watched_while_it_waits_and_read()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("");
        await visit.TabToAsync("Ask", "Enter");
        await visit.SeeAsync("What about this case?");
        await visit.TabToAsync("Email, name, contact id or case number");
        await visit.Page.Keyboard.TypeAsync(SandboxPeople.SarahEmail);
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.SeeAsync("Members charged twice since the new checkout");
        await visit.SeeAsync("Next step");
        await visit.SeeAsync("list_all_fuse_desk_contacts");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_wait_is_seen_as_a_wait_and_the_page_shows_its_end_by_itself()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/ask");
        await visit.Page.Locator("#timeline-who").FillAsync(SandboxPeople.SarahEmail);
        await visit.Page.Locator("form[action$='ask/timeline'] button").ClickAsync();

        await visit.SeeAsync("Waits until");
        Assert.Matches(@"\(\d+ s\)", await visit.Page.Locator("time[data-countdown]").First.TextContentAsync());
        await visit.SeeAsync("Contact timeline");
        await visit.SeeAsync("tool calls");
        Assert.NotEqual(0, await visit.Page.Locator(".steps .waiting").CountAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_chat_is_told_to_the_rep_who_takes_it_over()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/ask?form=chat&chatId=10294#chat");
        Assert.Equal("10294", await visit.Page.Locator("#chat-chatId").InputValueAsync());
        await visit.Page.Locator("form[action$='ask/chat'] button").ClickAsync();

        await visit.SeeAsync("Summary of a chat");
        await visit.SeeAsync("Next step");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("Approve", "written", false, 1200)]
    [InlineData("Reject", "rejected", true, 360)]
    public async Task A_write_is_decided_on_by_who_sees_what_it_changes(string button, string outcome, bool dark, int width)
    {
        var arguments = new { id = $"{SandboxPeople.SarahNewestCase}", note = $"Call her: {button}" };
        using var proposed = await browser.App.PostToAsync("api/writes", new { tool = "cases/addnote", arguments });
        var id = (await TriageApp.JsonAsync(proposed)).GetProperty("id").GetString()!;
        await browser.App.UntilAsync($"/api/runs/{id}", run => run.TryGetProperty("approvals", out _));
        await using var visit = await browser.VisitAsync(dark, width);
        await visit.GoAsync("/approvals");
        var card = visit.Page.Locator("section.card", new() { HasText = $"Call her: {button}" });

        await Assertions.Expect(card).ToContainTextAsync($"case {SandboxPeople.SarahNewestCase}");
        Assert.Equal("", await card.GetByLabel("Your name").InputValueAsync());
        Assert.Empty(await visit.FindBarriersAsync());
        Assert.Equal(0, await visit.OverflowAsync());
        await visit.KeepPictureAsync($"approvals-{button}");
        await card.GetByLabel("Your name").FillAsync("Ann Lee");
        await card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        await visit.SeeAsync($": {outcome}");
        await visit.SeeAsync("by Ann Lee");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_question_with_nothing_in_it_keeps_what_was_written_and_says_what_is_wrong()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/ask");
        await visit.Page.Locator("#draft-caseId").FillAsync("no number");
        await visit.Page.Locator("form[action$='ask/draft'] button").ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Case number must be");
        Assert.Equal("no number", await visit.Page.Locator("#draft-caseId").InputValueAsync());
    }

    [Fact]
    public async Task Everything_works_without_script()
    {
        await using var visit = await browser.VisitAsync(script: false);
        await visit.GoAsync("/ask");
        await visit.Page.Locator("#timeline-who").FillAsync(SandboxPeople.JordanEmail);
        await visit.Page.Locator("form[action$='ask/timeline'] button").ClickAsync();
        await visit.SeeAsync("Contact timeline");
        Assert.Equal(1, await visit.Page.Locator("meta[http-equiv=refresh], h2:text('Timeline')").CountAsync());
    }

    [Theory]
    [InlineData(false, 1200)]
    [InlineData(true, 360)]
    public async Task No_page_keeps_anybody_out_or_is_wider_than_the_window(bool dark, int width)
    {
        await using var visit = await browser.VisitAsync(dark, width);
        var report = await browser.FillAsync();
        foreach (var page in Pages.Append(report))
        {
            await visit.GoAsync(page);

            Assert.Empty(await visit.FindBarriersAsync());
            Assert.Equal(0, await visit.OverflowAsync());
            await visit.KeepPictureAsync($"{page.Replace('/', '-')}-{(dark ? "dark" : "light")}-{width}");
        }

        Assert.Empty(visit.Complaints);
    }
}
