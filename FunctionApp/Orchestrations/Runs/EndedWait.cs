using System.Text.Json.Serialization;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>A wait of a run that is over: for a quota, for a fault to pass, or for another run.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it was over.</param>
/// <param name="Model">Whether it was for the language model's quota.</param>
public sealed record EndedWait(
    [property: JsonPropertyName("from")] DateTimeOffset From,
    [property: JsonPropertyName("to")] DateTimeOffset To,
    [property: JsonPropertyName("model")] bool Model)
{
    /// <summary>How long <paramref name="waits"/> kept a run: waits at the same time count once.</summary>
    internal static TimeSpan Total(IEnumerable<EndedWait> waits)
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

    /// <summary>How long a run was kept by those of its <paramref name="waits"/> that were for the language model.</summary>
    internal static TimeSpan TotalForModel(IEnumerable<EndedWait> waits) => Total(waits.Where(wait => wait.Model));
}
