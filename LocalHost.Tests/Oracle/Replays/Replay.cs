using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Listed;
using LocalHost.Tests.Oracle.Templates;
using LocalHost.Tests.Oracle.Wire;

namespace LocalHost.Tests.Oracle.Replays;

/// <summary>Puts the steps of a recording to a host, in order.</summary>
/// <param name="recording">What was asked and answered.</param>
/// <param name="plan">What must be done beside.</param>
/// <param name="listed">Differences that need no second look.</param>
/// <param name="observations">How steps that are no requests are done.</param>
internal sealed partial class Replay(Recording recording, Plan plan, ListedDifferences listed, Observations observations)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Where much differs, there is no use in waiting for each of it.</summary>
    private static readonly TimeSpan PatienceForAll = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Impatience = TimeSpan.FromMilliseconds(300);

    /// <summary>Where the recorder let time pass before it asked: whoever asks at once sees what was before.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    private TimeSpan _waitedInVain;

    /// <summary>Replays all steps on one host.</summary>
    public async Task<IReadOnlyList<StepResult>> RunAsync(RestartableHost host, CancellationToken cancellationToken)
    {
        var preparations = new Preparations(host.Port);
        foreach (var many in plan.Each)
        {
            await preparations.RunAsync(many, recording, cancellationToken);
        }

        var results = new List<StepResult>();
        var placeholders = new Placeholders(host.Port);
        foreach (var step in recording.Steps)
        {
            (placeholders, var differences) = await PreparedStepAsync(step, placeholders, host, cancellationToken);
            results.Add(new StepResult(step.Index, step.Name, differences));
        }

        return results;
    }

    private async Task<(Placeholders Placeholders, IReadOnlyList<Difference> Differences)> PreparedStepAsync(
        RecordedStep step, Placeholders placeholders, RestartableHost host, CancellationToken cancellationToken)
    {
        try
        {
            await new Preparations(host.Port).RunAsync(plan.Before.GetValueOrDefault(step.Index, []), cancellationToken);
            return plan.Skip.ContainsKey(step.Index) ? (placeholders, []) : await StepAsync(step, placeholders, host, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The steps after it tell how far the harm goes.
            return (placeholders, [new Difference("step", "possible", e.Message)]);
        }
    }

    private async Task<(Placeholders Placeholders, IReadOnlyList<Difference> Differences)> StepAsync(
        RecordedStep step, Placeholders before, RestartableHost host, CancellationToken cancellationToken)
    {
        if (Later().IsMatch(step.Name))
        {
            await Task.Delay(Pause, cancellationToken);
        }

        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var placeholders = before.Copy();
            var differences = await OnceAsync(step, placeholders, host, cancellationToken);
            var waited = TimeProvider.System.GetElapsedTime(began);
            if (!IsQuestion(step) || listed.IsAsListed(recording.Name, step, differences))
            {
                return (placeholders, differences);
            }

            if (waited > (_waitedInVain > PatienceForAll ? Impatience : Patience))
            {
                _waitedInVain += waited;
                return (placeholders, differences);
            }

            await Task.Delay(30, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Difference>> OnceAsync(
        RecordedStep step, Placeholders placeholders, RestartableHost host, CancellationToken cancellationToken)
    {
        var anyOrder = plan.AnyOrder.Contains(step.Index);
        if (step.Request is not { } request)
        {
            var seen = await observations.SeeAsync(recording.Name, step, host, cancellationToken);
            return Comparison.Of(placeholders, anyOrder, "$", step.Seen, JsonSerializer.SerializeToElement(seen));
        }

        var answer = await RawClient.SendAsync(host.Port, Request(step, request, placeholders), cancellationToken);
        return [.. AnswerComparison.Of(placeholders, anyOrder, step.Response, answer).Where(difference => !plan.Ignores(difference.At))];
    }

    private RawRequest Request(RecordedStep step, JsonElement request, Placeholders placeholders)
    {
        var values = plan.Values.GetValueOrDefault(step.Index) ?? new Dictionary<string, string>();
        var headers = request.GetProperty("headers").EnumerateObject()
            .ToDictionary(header => header.Name, header => header.Value.GetString() is { } value ? placeholders.Fill(value, values) : null);
        foreach (var (name, value) in plan.Headers.GetValueOrDefault(step.Index) ?? new Dictionary<string, string?>())
        {
            headers[name] = value;
        }

        var path = placeholders.Fill(Preparations.FillTimes(plan.Paths.GetValueOrDefault(step.Index) ?? step.Path), values);
        return new RawRequest(request.GetProperty("method").GetString()!, path, headers, Body(request.GetProperty("body").GetString()));
    }

    private static byte[]? Body(string? recorded)
    {
        if (recorded is null)
        {
            return null;
        }

        var size = Size().Match(recorded);
        if (!size.Success)
        {
            return Encoding.UTF8.GetBytes(recorded);
        }

        var body = new byte[int.Parse(size.Groups["size"].Value, CultureInfo.InvariantCulture)];
        Array.Fill(body, (byte)'x');
        return body;
    }

    /// <summary>Asking again changes nothing, so one may ask until the state is the recorded one.</summary>
    private static bool IsQuestion(RecordedStep step) => step.Request is { } request
        && request.GetProperty("method").GetString() is "GET"
        && step.Path.StartsWith("/runtime/webhooks/durabletask/", StringComparison.Ordinal);

    [GeneratedRegex(@"^\((?<size>\d+) bytes\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Size();

    [GeneratedRegex("^(status|parent|its|GET)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Later();
}
