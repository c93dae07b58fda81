using System.Text.Json;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Reports.Shared;
using Microsoft.Extensions.Time.Testing;
using static FuseDeskFlows.Tests.EndToEnd.RunState;

namespace FuseDeskFlows.Tests.EndToEnd.Digest;

/// <summary>How long a digest says that it waited, though its batches wait side by side.</summary>
public sealed class DigestWaitTests
{
    [Fact]
    public async Task Waits_of_batches_at_the_same_time_count_once()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var begun = time.GetUtcNow();
        await using var app = await TriageApp.StartAsync(new() { Limit = 40, Window = TimeSpan.FromHours(1), Time = time });
        var from = begun.AddDays(-3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var started = await app.PostToAsync("api/cases/digest", new { openedFrom = from });
        var address = started.Headers.Location!.ToString();

        JsonElement run;
        var nudges = 0;
        for (var idle = 1; !HasEnded(run = await app.GetAsync(address)); idle++)
        {
            if (Until(run) is { } until && until > time.GetUtcNow())
            {
                time.Advance(until - time.GetUtcNow());
            }
            else if (idle % 25 == 0)
            {
                // Whoever comes a moment early for its lease waits for it on this clock, and shows nothing.
                nudges++;
                time.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var report = run.GetProperty("report");
        Assert.True(report.GetProperty("cases").GetArrayLength() > 2 * DigestRun.BatchSize);
        Assert.Equal(0, report.GetProperty("totals").GetProperty("unread").GetInt32());
        var usage = report.GetProperty("usage").Deserialize<RunUsage>()!;
        Assert.True(usage.RateLimitWaits > 2);

        // This clock stands still but for waits.
        Assert.Equal((time.GetUtcNow() - begun).TotalSeconds, usage.WaitedSeconds, tolerance: 1 + nudges);
    }
}
