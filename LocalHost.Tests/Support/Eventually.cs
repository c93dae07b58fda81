using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LocalHost.Tests.Support;

/// <summary>Waits for what others do, with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan UsualDeadline = TimeSpan.FromMinutes(2);

    public static Task TrueAsync(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "", TimeSpan? deadline = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, deadline);

    public static async Task TrueAsync(
        Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "", TimeSpan? deadline = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (deadline ?? UsualDeadline))
            {
                Assert.Fail($"It did not come to pass that {what}.");
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
