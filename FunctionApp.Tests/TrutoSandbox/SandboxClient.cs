using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Tests.TrutoSandbox;

/// <summary>A sandbox and a caller of it, over real HTTP.</summary>
internal sealed class SandboxClient : IAsyncDisposable
{
    /// <summary>A Monday afternoon: every test that does not say otherwise lives then.</summary>
    public static readonly DateTimeOffset Today = new(2026, 6, 8, 15, 0, 0, TimeSpan.Zero);

    private SandboxClient(SandboxServer server)
    {
        Server = server;
        Http = new() { BaseAddress = server.BaseUrl };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.ApiToken);
    }

    public SandboxServer Server { get; }

    public HttpClient Http { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SandboxClient> StartAsync(SandboxOptions? options = null)
    {
        options ??= new();
        return new(await SandboxServer.StartAsync(options with { Today = options.Today ?? Today }, Cancellation));
    }

    public string Url(string pathAndQuery) =>
        $"/proxy/{pathAndQuery}{(pathAndQuery.Contains('?', StringComparison.Ordinal) ? '&' : '?')}"
            + $"integrated_account_id={Server.IntegratedAccountId}";

    public Task<HttpResponseMessage> GetAsync(string pathAndQuery) => Http.GetAsync(Url(pathAndQuery), Cancellation);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode body, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(method, Url(path)) { Content = JsonContent.Create(body) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return Http.SendAsync(request, Cancellation);
    }

    public async Task<JsonObject> ReadAsync(string pathAndQuery) => await JsonAsync(await GetAsync(pathAndQuery));

    public async Task<List<JsonObject>> ListAsync(string pathAndQuery)
    {
        var items = new List<JsonObject>();
        string? cursor = null;
        do
        {
            var join = pathAndQuery.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await ReadAsync(cursor is null ? pathAndQuery : $"{pathAndQuery}{join}next_cursor={cursor}");
            items.AddRange(page["result"]!.AsArray().Select(item => item!.AsObject()));
            cursor = (string?)page["next_cursor"];
        }
        while (cursor is not null);
        return items;
    }

    public async Task AddFaultAsync(JsonNode fault)
    {
        using var response = await Http.PostAsJsonAsync("/__sandbox/faults", fault, Cancellation);
        Assert.Equal(201, (int)response.StatusCode);
    }

    public static async Task<JsonObject> JsonAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!.AsObject();
        }
    }

    public static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : "(none)";

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}
