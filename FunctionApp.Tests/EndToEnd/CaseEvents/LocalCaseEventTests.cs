using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using LocalHost.Tests.Support;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.CaseEvents;

/// <summary>Case events on the local queue.</summary>
public sealed class LocalCaseEventTests : CaseEventScenarios
{
    private protected override string? Connection => null;

    [Fact]
    public async Task A_run_shows_what_its_triage_waits_for()
    {
        var options = new SandboxOptions { Limit = 1, Window = TimeSpan.FromHours(1) };
        await using var sandbox = await SandboxServer.StartAsync(options, TestContext.Current.CancellationToken);
        using var folder = new TempFolder();
        await using var app = await CaseEventApp.StartAsync(folder, sandbox);
        await app.AcceptAsync("waits", new { caseid = SandboxPeople.ArticleCase });

        var list = await app.UntilAsync("api/runs?name=CaseEventFlow", runs => runs.GetProperty("runs").GetArrayLength() == 1);
        var id = list.GetProperty("runs")[0].GetProperty("id").GetString();
        var run = await app.UntilAsync($"api/runs/{id}", IsWaiting);

        Assert.StartsWith("FuseDesk quota, to call ", run.GetProperty("waiting").GetProperty("for").GetString(), StringComparison.Ordinal);
        Assert.True(Until(run) > DateTimeOffset.UtcNow, $"{run}");
    }
}
