using System.Net;
using System.Text;
using System.Text.Json;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Tests.Support;
using FuseDeskFlows.Tests.Truto.Webhooks;
using FuseDeskFlows.Truto.Webhooks;
using FuseDeskFlows.TrutoSandbox;
using LocalHost.Tests.Support;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.CaseEvents;

/// <summary>The whole app, taking signed deliveries; the queues are local, or Azurite's where a connection is given.</summary>
internal sealed class CaseEventApp : IAsyncDisposable
{
    public const string Secret = "3f0c1c9e-8f2b-4a53-9a0e-000000000001";

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private readonly AppHost _host;

    private CaseEventApp(AppHost host) => _host = host;

    public HttpClient Http => _host.Http;

    public T Get<T>()
        where T : notnull => _host.Get<T>();

    public static async Task<CaseEventApp> StartAsync(
        TempFolder folder, SandboxServer sandbox, string? connection = null, params (string Name, string Value)[] settings)
    {
        var host = await AppHost.StartAsync(new AppHostOptions(folder)
        {
            Settings =
            [
                .. TriageApp.SettingsFor(sandbox),
                ("Truto:Webhook:Secret", Secret),
                ("CaseEvents:QuietPeriod", "00:00:00.3"),
                ("CaseEvents:RetryDelay", "00:00:00"),
                ("AzureWebJobsStorage", connection),
                ("AzureFunctionsJobHost:extensions:durableTask:hubName", $"Test{Guid.NewGuid():N}"), // tests share the account
                ("AzureFunctionsJobHost:extensions:queues:maxPollingInterval", "00:00:00.1"),
                .. settings.Select(setting => (setting.Name, (string?)setting.Value)),
            ],
        });
        return new(host);
    }

    /// <summary>Delivers a record of a case as Truto does.</summary>
    public Task<HttpResponseMessage> DeliverAsync(string id, object payload) => PostAsync(
        JsonSerializer.Serialize(
            new
            {
                id,
                @event = "record:updated",
                payload,
                created_at = DateTimeOffset.UtcNow.ToString("O"),
            }));

    public async Task AcceptAsync(string id, object payload)
    {
        using var response = await DeliverAsync(id, payload);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>Posts a body, signed with the secret unless a signature is given.</summary>
    public async Task<HttpResponseMessage> PostAsync(string body, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/webhooks/truto")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        signature ??= TrutoSignature.Sign(body, Secret);
        if (signature.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(WebhookSignature.Header, signature);
        }

        return await Http.SendAsync(request, Cancelled);
    }

    /// <summary>The case's newest triage, once it is as a test waits for.</summary>
    public Task<JsonElement> TriageAsync(long caseId, Func<JsonElement, bool>? until = null) =>
        UntilAsync($"api/cases/{caseId}/triage", answer => answer.TryGetProperty("caseId", out _) && (until?.Invoke(answer) ?? true));

    public Task<JsonElement> PoisonedAsync(int count) =>
        UntilAsync("api/case-events/poison", answer => answer.GetProperty("events").GetArrayLength() == count);

    /// <summary>The runs of case events, once there are so many and all have ended.</summary>
    public async Task<IReadOnlyList<JsonElement>> EndedRunsAsync(int count)
    {
        var list = await UntilAsync($"api/runs?name={CaseEventFlow.Name}&top=100", answer =>
            answer.GetProperty("runs").GetArrayLength() == count
            && answer.GetProperty("runs").EnumerateArray().All(HasEnded));
        return [.. list.GetProperty("runs").EnumerateArray()];
    }

    public async Task<JsonElement> UntilAsync(string address, Func<JsonElement, bool> reached)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        deadline.CancelAfter(Deadline);
        var answer = default(JsonElement);
        while (!deadline.IsCancellationRequested)
        {
            using var response = await Http.GetAsync(new Uri(address, UriKind.Relative), Cancelled);
            answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancelled));
            if (reached(answer))
            {
                return answer;
            }

            await Task.Delay(30, Cancelled);
        }

        throw new TimeoutException($"{address} did not become what was waited for: {answer}");
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}
