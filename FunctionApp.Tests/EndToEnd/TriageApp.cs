using System.Net.Http.Json;
using System.Text.Json;
using FuseDeskFlows.Orchestrations;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using FuseDeskFlows.TrutoSandbox;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>The whole app on the embedded host, with a sandbox of its own.</summary>
internal sealed class TriageApp : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly TestHost _host;

    private TriageApp(TempFolder folder, SandboxServer sandbox, TestHost host)
    {
        _folder = folder;
        Sandbox = sandbox;
        _host = host;
    }

    public SandboxServer Sandbox { get; }

    public HttpClient Http => _host.Http;

    public static async Task<TriageApp> StartAsync(SandboxOptions? options = null, params (string Name, string Value)[] settings)
    {
        options ??= new();
        var folder = new TempFolder().With("host.json", """{ "version": "2.0" }""");
        var sandbox = await SandboxServer.StartAsync(options, TestContext.Current.CancellationToken);
        var host = await TestHost.StartAsync(new TestHostOptions(folder, typeof(CaseTriage).Assembly.GetTypes())
        {
            Time = options.Time,
            Configure = builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Truto:BaseUrl"] = sandbox.BaseUrl.ToString(),
                    ["Truto:ApiToken"] = sandbox.ApiToken,
                    ["Truto:IntegratedAccountId"] = sandbox.IntegratedAccountId,
                });
                builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
                builder.Services.AddFuseDeskFlows(builder.Configuration);
            },
        });
        return new(folder, sandbox, host);
    }

    /// <summary>Starts a triage and waits for its report.</summary>
    public async Task<JsonElement> TriageAsync(object body)
    {
        using var response = await PostAsync(body, "?wait=60");
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await JsonAsync(response);
    }

    public async Task<HttpResponseMessage> PostAsync(object body, string query = "", string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/cases/triage" + query) { Content = JsonContent.Create(body) };
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

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
