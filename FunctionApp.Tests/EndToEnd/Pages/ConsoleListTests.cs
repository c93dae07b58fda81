using System.Net;
using FuseDeskFlows.Orchestrations.Triage;
using Microsoft.Playwright;

namespace FuseDeskFlows.Tests.EndToEnd.Pages;

/// <summary>What the console shows of runs and events that went wrong, of many, and of nothing new.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class ConsoleListTests(ConsoleBrowser browser)
{
    private static readonly string[] Forms = ["ask/triage", "approvals/a/b", "events/replay"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Failed_runs_are_on_the_first_page_with_the_reason_and_the_older_ones_behind_the_list()
    {
        await using var visit = await browser.VisitAsync();
        var ids = new List<string>();
        for (var number = 0; number < 27; number++)
        {
            var contradiction = new { email = $"{number}@example.com", caseId = 1 };
            ids.Add(await browser.App.Client.ScheduleNewOrchestrationInstanceAsync(CaseTriage.Name, contradiction, Cancelled));
        }

        foreach (var id in ids)
        {
            await browser.App.Client.WaitForInstanceCompletionAsync(id, Cancelled);
        }

        await visit.GoAsync("");
        var failed = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Failed within a day" });
        await Assertions.Expect(failed).ToContainTextAsync("exactly one of");

        await visit.GoAsync("/runs?name=CaseTriage&status=failed");
        await Assertions.Expect(visit.Page.Locator("li.run")).ToHaveCountAsync(25);
        await visit.SeeAsync("26@example.com");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await visit.SeeAsync("0@example.com");
        await visit.Page.Locator("li.run a").First.ClickAsync();
        await visit.SeeAsync("It failed.");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "All runs" }).ClickAsync();
        await visit.SeeAsync("26@example.com");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Events_that_could_not_be_handled_are_seen_and_put_back()
    {
        await browser.SetAsideAsync("{\"set\":\"aside\"}");
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/events");
        await visit.SeeAsync("{\"set\":\"aside\"}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Put all back" }).ClickAsync();

        await visit.SeeAsync("went back into the queue");
        await visit.SeeAsync("No event had to be set aside");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Without_a_model_the_agents_form_says_what_to_set_and_keeps_the_question()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("/ask");
        await visit.Page.Locator("#agent-prompt").FillAsync("Who waits?");
        await visit.Page.Locator("form[action$='ask/agent'] button").ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("OpenAI:BaseUrl");
        await Assertions.Expect(visit.Page.Locator("#agent-prompt")).ToBeFocusedAsync();
        Assert.Equal("Who waits?", await visit.Page.Locator("#agent-prompt").InputValueAsync());
    }

    [Fact]
    public async Task A_page_that_stays_the_same_is_asked_for_less_and_less_and_answered_with_nothing()
    {
        await using var visit = await browser.VisitAsync();
        var answers = new List<int>();
        visit.Page.Response += (_, answer) =>
        {
            if (answer.Request.Headers.ContainsKey("console-part"))
            {
                answers.Add(answer.Status);
            }
        };

        // Keeps the pauses, and makes them shorter.
        await visit.Page.AddInitScriptAsync("""
            window.pauses = [];
            const wait = window.setTimeout;
            window.setTimeout = (then, pause) => {
              pauses.push(pause);
              return wait(then, pause / 20);
            };
            """);
        await visit.GoAsync("/runs?status=terminated");
        await visit.Page.WaitForFunctionAsync("() => pauses.length >= 5");

        var pauses = await visit.Page.EvaluateAsync<double[]>("() => pauses");
        Assert.Equal([200, 304, 304, 304], answers.Take(4));
        Assert.Equal([1500, 1500, 2250, 3375, 5062.5], pauses.Take(5));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_form_of_another_site_starts_decides_and_puts_back_nothing()
    {
        await using var visit = await browser.VisitAsync();
        foreach (var form in Forms)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/console/{form}");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            request.Content = new FormUrlEncodedContent([new("who", "sarah@examplecorp.com"), new("decision", "approve")]);
            using var answer = await browser.App.Http.SendAsync(request, Cancelled);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("Not sent by the console", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }
    }
}
