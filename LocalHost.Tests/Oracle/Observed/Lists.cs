using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>Lists that are too long to be recorded whole, and lists in pages.</summary>
internal sealed class Lists : IObservation
{
    /// <summary>The recording names the instances of as many pages.</summary>
    private const int NamedPages = 3;

    /// <inheritdoc />
    public bool CanSee(string recording, RecordedStep step) => recording.StartsWith("03c", StringComparison.Ordinal)
        || (recording.StartsWith("03e", StringComparison.Ordinal) && step.Content.TryGetProperty("counts", out _));

    /// <inheritdoc />
    public async Task<object> SeeAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken)
    {
        if (step.Content.TryGetProperty("pages", out _))
        {
            return new { pages = await PagesAsync(host.Port, cancellationToken) };
        }

        var answer = await ManagementApi.AskAsync(host.Port, "GET", "/instances", cancellationToken);
        var instances = ManagementApi.Instances(answer);
        if (step.Content.TryGetProperty("counts", out var counts))
        {
            var statuses = instances.Select(ManagementApi.Status).ToList();
            var names = counts.EnumerateObject().Select(count => count.Name);
            return new { counts = names.ToDictionary(name => name, name => statuses.Count(name.Equals)) };
        }

        return new
        {
            status = answer.Status,
            count = instances.Count,
            firstKeys = instances[0].EnumerateObject().Select(property => property.Name),
            entitiesIncluded = instances.Select(ManagementApi.Id).Where(id => id.StartsWith('@')),
        };
    }

    private static async Task<IReadOnlyList<object>> PagesAsync(int port, CancellationToken cancellationToken)
    {
        var pages = new List<object>();
        string? token = null;
        do
        {
            var answer = await ManagementApi.AskAsync(port, "GET", "/instances?top=5", cancellationToken, token);
            var instances = ManagementApi.Instances(answer);
            token = answer.Headers.GetValueOrDefault("x-ms-continuation-token");
            var ids = pages.Count < NamedPages ? instances.Select(ManagementApi.Id) : null;
            pages.Add(new { count = instances.Count, token = token ?? "none", ids });
        }
        while (token is { Length: > 0 } && pages.Count < 100);

        return pages;
    }
}
