using System.Net;
using System.Net.Http.Json;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Telemetry;

/// <summary>What customers wrote, who they are, and what is secret is in nothing that leaves the app for those who run it.</summary>
public sealed class PrivacyTests : IDisposable
{
    private const string Canary = "canary-4711";

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("fusedeskflows-privacy-");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_of_customers_and_no_secret_is_exported_or_logged(bool modelWorks)
    {
        await using var collector = await Collector.StartAsync();
        await using var model = await ScriptedModel.StartAsync((_, http) => modelWorks
            ? ScriptedModel.Write(http, ScriptedModel.Statements(($"The transfer form, {Canary}.", [1])))
            : ScriptedModel.Fail(http, 503, Canary));
        await using var sandbox = await SandboxServer.StartAsync(new() { MissingScopes = modelWorks ? [] : ["reps"] }, Cancelled);
        await using var host = AppProcess.Start(
            _state.FullName,
            sandbox,
            [
                .. collector.Settings,
                .. model.AsOpenAI.Select(setting => (setting.Item1.Replace(":", "__", StringComparison.Ordinal), setting.Item2)),
            ]);
        await host.WaitUntilServingAsync(Cancelled);

        await RunAsync(host, new { email = SandboxPeople.SarahEmail, channels = true });
        await RunAsync(host, new { search = Canary });
        await RunAsync(host, new { search = Canary, email = Canary });
        await RunAsync(host, new { contactId = Canary });
        await collector.UntilAsync(it =>
            it.Metric("runs.completed", ("flow", "CaseTriage")) is 3
            && it.Spans.Count(span => span.Name is "orchestration:CaseTriage@(1.0)") == 3);

        foreach (var text in new[] { collector.Everything, host.Console })
        {
            foreach (var word in new[]
                {
                    Canary,
                    SandboxPeople.SarahEmail,
                    "sarah%40",
                    "Whitfield",
                    "transfer form",
                    "charged twice",
                    sandbox.ApiToken,
                    ScriptedModel.Key,
                })
            {
                Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Contains(
            collector.Spans,
            span => span.Tags.TryGetValue("url.full", out var url) && url.EndsWith("/proxy/contacts?*", StringComparison.Ordinal));
        Assert.Contains(collector.Logs, line => line.Contains("started", StringComparison.Ordinal));
    }

    public void Dispose() => _state.Delete(recursive: true);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static async Task RunAsync(AppProcess host, object body)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/cases/triage", body, Cancelled);
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            await host.UntilAsync(response.Headers.Location!, HasEnded);
        }
    }
}
