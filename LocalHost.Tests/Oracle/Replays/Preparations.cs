using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalHost.Tests.Oracle.Wire;

namespace LocalHost.Tests.Oracle.Replays;

/// <summary>Brings a host to where a step begins.</summary>
internal sealed class Preparations(int port)
{
    private const string Instances = "/runtime/webhooks/durabletask/instances/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly Dictionary<string, string?> Json = new() { ["Content-Type"] = "application/json" };

    /// <summary>Moments relative to now: <c>{soon}</c> is a few seconds from now, <c>{later}</c> an hour.</summary>
    public static string FillTimes(string text) => text
        .Replace("{soon}", Moment(TimeSpan.FromSeconds(2)), StringComparison.Ordinal)
        .Replace("{later}", Moment(TimeSpan.FromHours(1)), StringComparison.Ordinal);

    /// <summary>Prepares all instances of a kind that a recording names.</summary>
    public async Task RunAsync(PreparationOfMany many, Recording recording, CancellationToken cancellationToken)
    {
        var ids = recording.Steps
            .SelectMany(step => Regex.Matches(step.Path, many.Ids, RegexOptions.CultureInvariant, Patience))
            .Select(match => match.Value).Distinct().ToList();
        Assert.True(ids.Count > 0, $"No path of {recording.Name} has {many.Ids}.");
        foreach (var preparation in many.Do)
        {
            await RunTogetherAsync([.. ids.Select(id => preparation with
            {
                Id = id, Send = preparation.Send?.Replace("{id}", id, StringComparison.Ordinal),
            })], cancellationToken);
        }
    }

    /// <summary>Starts what is to be started side by side and waits for it; a request waits for what stands before it.</summary>
    public async Task RunAsync(IReadOnlyList<Preparation> preparations, CancellationToken cancellationToken)
    {
        var starts = preparations.TakeWhile(preparation => preparation.Send is null).ToList();
        await RunTogetherAsync(starts, cancellationToken);
        foreach (var preparation in preparations.Skip(starts.Count))
        {
            await RunTogetherAsync([preparation], cancellationToken);
        }
    }

    private async Task RunTogetherAsync(IReadOnlyList<Preparation> preparations, CancellationToken cancellationToken)
    {
        foreach (var preparation in preparations)
        {
            if (Request(preparation) is { } request)
            {
                var answer = await RawClient.SendAsync(port, request, cancellationToken);
                var isDone = answer.Status is (>= 200 and < 300) || (request.Method is "DELETE" && answer.Status == 404);
                Assert.True(isDone, $"{request.Method} {request.Path} prepares a step, and is answered with {answer}.");
            }
        }

        foreach (var preparation in preparations.Where(preparation => preparation.Until is not null))
        {
            await UntilAsync(preparation.Id!, preparation.Until!, cancellationToken);
        }
    }

    /// <summary>Waits until an instance has a status.</summary>
    public async Task UntilAsync(string id, string status, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        var request = new RawRequest("GET", Instances + Uri.EscapeDataString(id), new Dictionary<string, string?>(), null);
        var seen = "";
        while (!string.Equals(seen, status, StringComparison.Ordinal))
        {
            if (deadline.IsCancellationRequested)
            {
                throw new TimeoutException($"{id} is to be {status}, and is {seen} after {Patience.TotalSeconds} s.");
            }

            await Task.Delay(20, cancellationToken);
            seen = Status(await RawClient.SendAsync(port, request, cancellationToken));
        }
    }

    private static string Status(RawAnswer answer)
    {
        if (answer.Status is not (200 or 202))
        {
            return "Gone";
        }

        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.GetProperty("runtimeStatus").GetString()!;
    }

    private static RawRequest? Request(Preparation preparation)
    {
        if (preparation.Start is { } orchestration)
        {
            var input = preparation.Input?.GetRawText() ?? "null";
            var start = $"/runtime/webhooks/durabletask/orchestrators/{orchestration}/{Uri.EscapeDataString(preparation.Id!)}";
            return new RawRequest("POST", start, Json, Encoding.UTF8.GetBytes(input));
        }

        if (preparation.Send?.Split(' ') is not [var method, var path])
        {
            return null;
        }

        return new RawRequest(method, FillTimes(path), Json, preparation.Body is { } body ? Encoding.UTF8.GetBytes(body) : []);
    }

    private static string Moment(TimeSpan fromNow)
    {
        var moment = TimeProvider.System.GetUtcNow() + fromNow;
        return Uri.EscapeDataString(moment.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
    }
}
