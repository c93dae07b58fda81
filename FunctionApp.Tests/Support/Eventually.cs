using System.Diagnostics;

namespace FuseDeskFlows.Tests.Support;

/// <summary>Waits for what other threads do, with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > Deadline)
            {
                Assert.Fail($"It did not come to pass that {what}.");
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
