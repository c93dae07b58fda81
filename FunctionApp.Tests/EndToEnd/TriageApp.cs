using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Tests.EndToEnd.RateLimiting;
using FuseDeskFlows.Tests.EndToEnd.Writes;
using FuseDeskFlows.Tests.Support;
using FuseDeskFlows.TrutoSandbox;
using LocalHost.Tests.Support;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>The whole app in the test's process, with a sandbox of its own.</summary>
internal sealed class TriageApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TempFolder _folder;
    private readonly AppHost _host;

    private TriageApp(TempFolder folder, SandboxServer sandbox, AppHost host)
    {
        _folder = folder;
        Sandbox = sandbox;
        _host = host;
    }

    public SandboxServer Sandbox { get; }

    public HttpClient Http => _host.Http;

    public DurableTaskClient Client => _host.Client;

    public AppHost Host => _host;

    /// <summary>Starts the app; its timer does not fire within a test unless the settings say so.</summary>
    public static Task<TriageApp> StartAsync(SandboxOptions? options = null, params (string Name, string Value)[] settings) =>
        StartAsync(options, _ => { }, settings);

    /// <summary>Starts the app with other services.</summary>
    public static async Task<TriageApp> StartAsync(
        SandboxOptions? options, Action<FunctionsApplicationBuilder> configure, params (string Name, string Value)[] settings)
    {
        options ??= new();
        var folder = new TempFolder();
        var sandbox = await SandboxServer.StartAsync(options, TestContext.Current.CancellationToken);
        var host = await AppHost.StartAsync(new AppHostOptions(folder)
        {
            Time = options.Time,
            Settings = [.. SettingsFor(sandbox), .. settings.Select(setting => (setting.Name, (string?)setting.Value))],
            Configure = configure,
            Functions =
                [TestFunctions.Orchestration(((Delegate)BatchRun.RunAsync).Method),
                    TestFunctions.Orchestration(((Delegate)TurnRun.RunAsync).Method)],
        });
        return new(folder, sandbox, host);
    }

    /// <summary>The settings by which the app finds a sandbox, and its timer does not fire within a test.</summary>
    public static IEnumerable<(string Name, string? Value)> SettingsFor(SandboxServer sandbox) =>
    [
        ("Truto:BaseUrl", sandbox.BaseUrl.ToString()),
        ("Truto:ApiToken", sandbox.ApiToken),
        ("Truto:IntegratedAccountId", sandbox.IntegratedAccountId),
        (AuditOptions.ScheduleSetting, "0 0 0 29 2 *"),
    ];

    /// <summary>Starts a triage and waits for its report.</summary>
    public Task<JsonElement> TriageAsync(object body) => ReportAsync("api/cases/triage", body);

    /// <summary>Starts a flow and waits for its report.</summary>
    public async Task<JsonElement> ReportAsync(string route, object body)
    {
        using var response = await PostToAsync(route + "?wait=200", body);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await JsonAsync(response);
    }

    public Task<HttpResponseMessage> PostAsync(object body, string query = "", string? key = null) =>
        PostToAsync("api/cases/triage" + query, body, key);

    public async Task<HttpResponseMessage> PostToAsync(string address, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> GetAsync(string address)
    {
        using var response = await Http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        return await JsonAsync(response);
    }

    public async Task<string> GetTextAsync(string address, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute));
        request.Headers.Accept.ParseAdd(mediaType);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Polls a run until it is as a test waits for.</summary>
    public async Task<JsonElement> UntilAsync(string address, Func<JsonElement, bool> condition)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience;)
        {
            var run = await GetAsync(address);
            if (condition(run))
            {
                return run;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"It did not come: {await GetAsync(address)}");
    }

    /// <summary>Makes the sandbox's next calls go wrong.</summary>
    public async Task AddFaultAsync(object fault)
    {
        using var response = await Http.PostAsJsonAsync(
            new Uri(Sandbox.BaseUrl, "/__sandbox/faults"), fault, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
    }

    /// <summary>Asks the sandbox itself, as the app would.</summary>
    public async Task<JsonElement> AskSandboxAsync(HttpMethod method, string path)
    {
        var account = $"{(path.Contains('?') ? '&' : '?')}integrated_account_id={Sandbox.IntegratedAccountId}";
        using var request = new HttpRequestMessage(method, new Uri(Sandbox.BaseUrl, $"/proxy/{path}{account}"));
        request.Headers.Authorization = new("Bearer", Sandbox.ApiToken);
        request.Content = method == HttpMethod.Post ? JsonContent.Create(new { }) : null;
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await JsonAsync(response);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
