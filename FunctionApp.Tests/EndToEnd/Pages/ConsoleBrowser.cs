using FuseDeskFlows.Events;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using LocalHost.Tests.Support;
using Microsoft.Playwright;

namespace FuseDeskFlows.Tests.EndToEnd.Pages;

/// <summary>One app with a sandbox whose quota is soon used up, and one Chromium, for all tests of the console.</summary>
public sealed class ConsoleBrowser : IAsyncLifetime
{
    private static readonly string[] Executables = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private TriageApp? _app;
    private string? _report;

    internal TriageApp App => _app!;

    /// <summary>A folder that pictures of pages are written to; null for none.</summary>
    internal static string? Pictures => Environment.GetEnvironmentVariable("FUSEDESKFLOWS_PICTURES");

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? Executables.FirstOrDefault(File.Exists);
        if (chromium is null)
        {
            return;
        }

        _app = await TriageApp.StartAsync(new SandboxOptions { Limit = 4, Window = TimeSpan.FromSeconds(4) }, ("Console:Access", "local"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
    }

    /// <summary>A new visitor; without Chromium the test is skipped, or fails where all tools have to be there.</summary>
    internal async Task<ConsoleVisit> VisitAsync(bool dark = false, int width = 1200, bool script = true)
    {
        RequiredTool.Demand(
            _browser is not null, "Chromium", "CHROMIUM does not name it, and it is not where Debian puts it.", "apt-get install chromium");
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = App.Http.BaseAddress!.ToString(),
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
        });
        return new(context, await context.NewPageAsync());
    }

    /// <summary>Has something to see on every page; the address of a report that is full of hostile texts.</summary>
    internal async Task<string> FillAsync()
    {
        if (_report is null)
        {
            await SetAsideAsync("{\"event\":\"record:updated\",\"payload\":\"<b>no case</b>\"}");
            using var started = await App.PostAsync(new { caseId = SandboxPeople.HostileCase, channels = false }, "?wait=200");
            await App.ReportAsync("api/chats/audit", new { });
            _report = started.Headers.Location!.ToString()["/api".Length..];
        }

        return _report;
    }

    /// <summary>Puts a message where the host puts those that could not be handled.</summary>
    internal async Task SetAsideAsync(string message)
    {
        var poison = App.Host.Get<CaseEventQueues>().Poison;
        await poison.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await poison.SendMessageAsync(message, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            _playwright!.Dispose();
            await _app!.DisposeAsync();
        }
    }
}
