using System.Text.RegularExpressions;
using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;
using LocalHost.Tests.Oracle.Wire;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>Lists and purges by status: five instances, of which two are completed, one failed, one runs and one was terminated.</summary>
internal sealed partial class Filters : IObservation
{
    private const int FirstPurge = 19;
    private const string Since = "createdTimeFrom=2020-01-01T00:00:00Z";

    /// <inheritdoc />
    public bool CanSee(string recording, RecordedStep step) => recording.StartsWith("03g", StringComparison.Ordinal);

    /// <inheritdoc />
    public async Task<object> SeeAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken)
    {
        var what = Asked().Match(step.Name);
        var filter = what.Success
            ? $"runtimeStatus={what.Groups["status"].Value.Replace(" ", "%20", StringComparison.Ordinal)}"
            : "instanceIdPrefix=nope";
        if (step.Content.TryGetProperty("instances", out _))
        {
            var list = await ManagementApi.AskAsync(host.Port, "GET", $"/instances?{filter}", cancellationToken);
            return new { status = list.Status, instances = Shown(list, "") };
        }

        var number = step.Index - FirstPurge + 1;
        var purge = await ManagementApi.AskAsync(host.Port, "DELETE", $"/instances?{Since}&{filter}", cancellationToken);
        var left = Shown(await ManagementApi.AskAsync(host.Port, "GET", "/instances", cancellationToken), $"pf{number}-");
        if (step.Content.GetProperty("left").GetArrayLength() == 0)
        {
            // What was kept here would be counted by the next purge.
            await ManagementApi.AskAsync(host.Port, "DELETE", $"/instances?{Since}", cancellationToken);
        }

        return new { status = purge.Status, body = purge.Body, left };
    }

    private static IReadOnlyList<string[]> Shown(RawAnswer list, string prefix)
    {
        var instances = list.Status == 200 ? ManagementApi.Instances(list) : [];
        return [.. instances.Where(i => ManagementApi.Id(i).StartsWith(prefix, StringComparison.Ordinal))
            .Select(i => new[] { ManagementApi.Id(i), ManagementApi.Status(i) })];
    }

    [GeneratedRegex("runtimeStatus=(?<status>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();
}
