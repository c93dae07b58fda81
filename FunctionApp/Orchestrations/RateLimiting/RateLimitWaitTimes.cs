namespace FuseDeskFlows.Orchestrations.RateLimiting;

/// <summary>
/// When a run and its children waited for quotas. Waits at the same time count once: what counts is how long the run was kept.
/// </summary>
internal sealed class RateLimitWaitTimes
{
    private readonly List<RateLimitWait> _waits = [];

    /// <summary>In the order in which they ended.</summary>
    public IReadOnlyList<RateLimitWait> Waits => _waits;

    public TimeSpan Total => Covered(_waits);

    public TimeSpan ForModel => Covered(_waits.Where(wait => wait.Model));

    public void Add(params IEnumerable<RateLimitWait> waits) => _waits.AddRange(waits);

    private static TimeSpan Covered(IEnumerable<RateLimitWait> waits)
    {
        var (total, end) = (TimeSpan.Zero, DateTimeOffset.MinValue);
        foreach (var wait in waits.Where(wait => wait.To > wait.From).OrderBy(wait => wait.From))
        {
            var from = wait.From > end ? wait.From : end;
            total += wait.To > from ? wait.To - from : TimeSpan.Zero;
            end = wait.To > end ? wait.To : end;
        }

        return total;
    }
}
