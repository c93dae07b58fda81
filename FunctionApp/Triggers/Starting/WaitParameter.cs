using System.Globalization;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>How long the caller wants to wait for the report: <c>?wait=</c> seconds.</summary>
internal static class WaitParameter
{
    /// <summary>Azure's load balancer gives a request up after 230 seconds.</summary>
    public const int MaxSeconds = 230;

    /// <summary>Parses the parameter; the time is zero by default.</summary>
    public static ParseResult<TimeSpan> Parse(IQueryCollection query)
    {
        var values = query["wait"];
        if (values.Count == 0)
        {
            return TimeSpan.Zero;
        }

        return values is [var text]
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= MaxSeconds
            ? TimeSpan.FromSeconds(seconds)
            : ApiProblem.InvalidRequest(("wait", $"wait must be a whole number of seconds from 0 to {MaxSeconds}."));
    }
}
