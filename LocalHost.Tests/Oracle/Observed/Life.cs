using System.Text.Json;
using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;
using LocalHost.Tests.Oracle.Wire;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>What observations of ends and new beginnings have in common.</summary>
/// <param name="host">The host whose processes end.</param>
internal sealed class Life(RestartableHost host)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public Task StartAsync(string orchestration, string id, object? input, CancellationToken cancellationToken)
    {
        var start = new Preparation(orchestration, JsonSerializer.SerializeToElement(input), null, null, id, null);
        return new Preparations(host.Port).RunAsync([start], cancellationToken);
    }

    /// <summary>Waits until an instance has ended: its status and output.</summary>
    public async Task<(string Status, string? Output)> EndOfAsync(string id, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await host.GetAsync($"/runtime/webhooks/durabletask/instances/{id}", cancellationToken);
            if (answer.Status is 200 or 202)
            {
                using var document = JsonDocument.Parse(answer.Body);
                var status = ManagementApi.Status(document.RootElement);
                if (status is not ("Running" or "Pending") || TimeProvider.System.GetElapsedTime(began) > Patience)
                {
                    return (status, document.RootElement.GetProperty("output").GetString());
                }
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>The outputs of those of some instances that are completed.</summary>
    public async Task<Dictionary<string, string?>> CompletedAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var completed = new Dictionary<string, string?>();
        foreach (var id in ids)
        {
            if (await EndOfAsync(id, cancellationToken) is ("Completed", var output))
            {
                completed[id] = output;
            }
        }

        return completed;
    }

    /// <summary>Asks an HTTP function until it answers well: the different statuses, in order.</summary>
    public async Task<IReadOnlyList<int>> StatusesUntilServingAsync(CancellationToken cancellationToken)
    {
        var statuses = new List<int>();
        var began = TimeProvider.System.GetTimestamp();
        while (statuses is not [.., 200] && !host.Process.HasExited && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            var status = (await host.GetAsync("/api/auth/anonymous", cancellationToken)).Status;
            if (statuses.Count == 0 || statuses[^1] != status)
            {
                statuses.Add(status);
            }

            await Task.Delay(20, cancellationToken);
        }

        return statuses;
    }

    /// <summary>A client that waits for a slow function.</summary>
    public Task<RawAnswer> SlowAsync(int milliseconds, CancellationToken cancellationToken) =>
        host.GetAsync($"/api/slow/{milliseconds}", cancellationToken);

    /// <summary>Waits until the app has logged each of these.</summary>
    public async Task UntilLoggedAsync(IEnumerable<string> what, CancellationToken cancellationToken)
    {
        foreach (var line in what)
        {
            Assert.NotEmpty(await host.Log.UntilAsync(line, 1, cancellationToken));
        }
    }
}
