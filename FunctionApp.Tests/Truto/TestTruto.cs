using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Tools;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Tests.Truto;

/// <summary>The client as the app builds it, over real HTTP to a <see cref="StubServer"/>.</summary>
internal sealed class TestTruto : IAsyncDisposable
{
    public const string Token = "token-that-must-not-leak";

    private readonly ServiceProvider _services;

    private TestTruto(StubServer server, params (string Name, string Value)[] settings)
    {
        Server = server;
        _services = Build(server.Url, Token, "account-1", Time, Log, settings);
    }

    public StubServer Server { get; }

    public ManualTime Time { get; } = new();

    public CapturedLog Log { get; } = new();

    public TrutoClient Client => _services.GetRequiredService<TrutoClient>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<TestTruto> StartAsync(Func<HttpContext, Task>? answer = null, params (string Name, string Value)[] settings)
    {
        var server = await StubServer.StartAsync();
        server.Answer = answer ?? server.Answer;
        return new(server, settings);
    }

    public static Task<TestTruto> StartAsync(int status, string body, params (string Name, string Value)[] headers) =>
        StartAsync(context => StubServer.Say(context, status, body, "application/json", headers));

    public static ServiceProvider Build(
        Uri url,
        string token,
        string account,
        TimeProvider time,
        ILoggerProvider log,
        params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Truto:BaseUrl"] = url.ToString(),
            ["Truto:ApiToken"] = token,
            ["Truto:IntegratedAccountId"] = account,
            ["Truto:RequestTimeout"] = "00:10:00", // six seconds by the hurried timers
        };
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection()
            .AddSingleton(time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddTruto(configuration)
            .BuildServiceProvider(validateScopes: true);
    }

    public Task<ToolOutcome<Page<CaseListItem>>> ListCases(ListCasesInput? input = null) =>
        new ListCasesActivity(Client).RunAsync(input ?? new ListCasesInput(), CancellationToken.None);

    public Task<ToolOutcome<Case>> GetCase(long id) => new GetCaseActivity(Client).RunAsync(new CaseId(id), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
