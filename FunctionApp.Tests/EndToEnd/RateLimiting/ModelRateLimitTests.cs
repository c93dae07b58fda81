using System.Text.Json;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Tests.Language;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.Extensions.Time.Testing;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.RateLimiting;

/// <summary>Many runs and one model's quota: reservations as for FuseDesk's.</summary>
public sealed class ModelRateLimitTests
{
    private const int Runs = 12;
    private const int Limit = 5;

    private static readonly string[] Nowhere = ["Nowhere"];
    private static readonly object OneCase = new { caseId = SandboxPeople.ArticleCase };

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Runs_that_the_model_rejects_wait_for_leases_each_woken_once_and_not_a_call_is_wasted()
    {
        var windows = new ModelWindows(_time, Limit, TimeSpan.FromMinutes(1));
        await using var model = await ScriptedModel.StartAsync(windows.AnswerAsync);
        await using var app = await TriageApp.StartAsync(new() { Time = _time }, model.AsAzure);
        var usages = await ServeAsync(app);

        Assert.All(usages, usage => Assert.InRange(usage.RateLimitWaits, 0, 1));
        Assert.Equal((Runs, Runs), (usages.Sum(usage => usage.ModelCalls), windows.Texts));
        Assert.Equal([(5, 0), (5, 0), (3, 0)], windows.Windows); // the first call of all asks whether the model works
    }

    [Fact]
    public async Task Where_only_the_rejection_tells_the_limit_there_is_at_most_one_a_window_after_the_first()
    {
        var windows = new ModelWindows(_time, Limit, TimeSpan.FromMinutes(1));
        await using var model = await ScriptedModel.StartAsync(
            async (request, context) =>
            {
                context.Response.OnStarting(() =>
                {
                    foreach (var header in context.Response.StatusCode == 200
                            ? context.Response.Headers.Keys.Where(name => name.StartsWith("x-rate", StringComparison.Ordinal)).ToList()
                            : [])
                    {
                        context.Response.Headers.Remove(header);
                    }

                    return Task.CompletedTask;
                });
                await windows.AnswerAsync(request, context);
            });
        await using var app = await TriageApp.StartAsync(new() { Time = _time }, model.AsAzure);
        var usages = await ServeAsync(app);

        Assert.All(usages, usage => Assert.InRange(usage.RateLimitWaits, 0, 1));
        Assert.Equal(Runs, windows.Texts);
        Assert.Equal(Runs + windows.Windows.Sum(window => window.Refused), usages.Sum(usage => usage.ModelCalls));
        Assert.All(windows.Windows.Skip(1), window => Assert.Equal(0, window.Refused));
    }

    [Fact]
    public async Task A_model_that_comes_back_too_late_costs_a_report_its_style_and_no_time()
    {
        await using var model = await ScriptedModel.StartAsync((request, context) => request.Items.Count == 0
            ? ScriptedModel.Write(context, "OK")
            : ScriptedModel.Fail(context, 429, "rate_limit_exceeded", ("Retry-After", "7200")));
        await using var app = await TriageApp.StartAsync(new() { Time = _time }, model.AsAzure);

        var report = await app.TriageAsync(OneCase);

        Assert.Equal("extractive", report.GetProperty("summary").GetProperty("writtenBy").GetString());
        Assert.Equal("model-out-of-quota", Assert.Single(report.GetProperty("problems").EnumerateArray()).GetProperty("type").GetString());
        var usage = report.GetProperty("usage").Deserialize<RunUsage>()!;
        Assert.Equal((1, 0), (usage.ModelCalls, usage.RateLimitWaits));
    }

    // Starts the runs, and lets time pass from one wait's end to the next until all have ended.
    private async Task<List<RunUsage>> ServeAsync(TriageApp app)
    {
        // Reads the reps and departments, for which else all would wait for the first.
        await app.ReportAsync("/api/chats/audit", new { departments = Nowhere });
        var usages = new List<RunUsage>();
        var open = new List<string>();
        for (var i = 0; i < Runs; i++)
        {
            using var started = await app.PostAsync(OneCase);
            open.Add(started.Headers.Location!.ToString());
        }

        while (open.Count > 0)
        {
            var next = DateTimeOffset.MaxValue;
            foreach (var address in open.ToList())
            {
                var run = await app.UntilAsync(address, state => HasEnded(state) || Until(state) > _time.GetUtcNow());
                if (HasEnded(run))
                {
                    open.Remove(address);
                    usages.Add(run.GetProperty("report").GetProperty("usage").Deserialize<RunUsage>()!);
                    continue;
                }

                Assert.StartsWith(
                    "the language model's quota", run.GetProperty("waiting").GetProperty("for").GetString(), StringComparison.Ordinal);
                next = Until(run) < next ? Until(run)!.Value : next;
            }

            if (open.Count > 0)
            {
                _time.Advance(next - _time.GetUtcNow());
            }
        }

        return usages;
    }
}
