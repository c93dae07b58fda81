using System.Globalization;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>How long the caller wants to wait for the report: <c>?wait=</c> seconds.</summary>
internal static class WaitParameter
{
    /// <summary>Azure's load balancer gives a request up after 230 seconds.</summary>
    public const int MaxSeconds = 230;

    /// <summary>Reads the parameter.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The time to wait, zero by default; or what is wrong.</returns>
    public static ParseResult<TimeSpan> Read(IQueryCollection query)
    {
        var values = query["wait"];
        if (values.Count == 0)
        {
            return TimeSpan.Zero;
        }

        return values.Count == 1 && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxSeconds
            ? TimeSpan.FromSeconds(seconds)
            : ApiProblem.InvalidRequest(("wait", $"wait must be a whole number of seconds from 0 to {MaxSeconds}."));
    }
}
