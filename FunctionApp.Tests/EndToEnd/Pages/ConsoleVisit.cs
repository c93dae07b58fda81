using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FuseDeskFlows.Tests.EndToEnd.Pages;

/// <summary>A visitor of the console, with a browser window of her own.</summary>
internal sealed class ConsoleVisit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public ConsoleVisit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;

        // Also what the policy of the page forbids.
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public Task GoAsync(string path) => Page.GotoAsync($"api/console{path}");

    /// <summary>Waits until a text is to be read.</summary>
    public Task SeeAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text, new() { Timeout = 60_000 });

    /// <summary>Moves on by the keyboard until what is focused has this name, and presses a key there.</summary>
    public async Task TabToAsync(string name, string? key = null)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var focused = await Page.EvaluateAsync<string>(
                "() => { const e = document.activeElement; return (e.labels?.[0]?.textContent ?? e.textContent ?? '').trim(); }");
            if (string.Equals(focused, name, StringComparison.Ordinal))
            {
                await (key is null ? Task.CompletedTask : Page.Keyboard.PressAsync(key));
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach '{name}'.");
    }

    /// <summary>Looks for what keeps people with disabilities out.</summary>
    public async Task<IReadOnlyList<string>> FindBarriersAsync()
    {
        var found = await Page.RunAxe();
        return [.. found.Violations.Select(rule => $"{rule.Id}: {rule.Help} at {string.Join(", ", rule.Nodes.Select(node => node.Html))}")];
    }

    /// <summary>How much of the page is outside the window to the right, in pixels.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Keeps a picture of the page for people to look at, if a folder is named for them.</summary>
    public async Task KeepPictureAsync(string name)
    {
        if (ConsoleBrowser.Pictures is { } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
