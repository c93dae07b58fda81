using System.Text;
using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>What a queue function is called with, how often, and what becomes of messages that fail.</summary>
internal sealed class QueueCalls : IObservation
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <inheritdoc />
    public bool CanSee(string recording, RecordedStep step) => recording[..3] is "04b" or "04c";

    /// <inheritdoc />
    public async Task<object> SeeAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken)
    {
        var queues = await AppQueues.OfAsync(host, cancellationToken);
        if (!step.Content.TryGetProperty("queue", out var name))
        {
            return await DefaultsAsync(host, queues, cancellationToken);
        }

        var queue = name.GetString()!;
        var what = queue.Replace("tiny", "queue", StringComparison.Ordinal);
        var (before, poisonBefore) = (host.Log.Lines(what).Count, (await queues.PeekAsync($"{queue}-poison", cancellationToken)).Count);
        var isBase64 = step.Content.GetProperty("base64").GetBoolean();
        foreach (var message in step.Content.GetProperty("messages").EnumerateArray())
        {
            await queues.SendAsync(queue, message.GetString()!, isBase64, cancellationToken);
        }

        await UntilHandledAsync(queues, queue, cancellationToken);
        var poison = await queues.PeekAsync($"{queue}-poison", cancellationToken);
        var calls = await host.Log.UntilAsync(what, before + step.Content.GetProperty("calls").GetArrayLength(), cancellationToken);
        return new
        {
            queue,
            messages = step.Content.GetProperty("messages"),
            base64 = isBase64,
            calls = calls.Skip(before).Select(line => new { what, data = line.GetProperty("data") }),
            poisonQueue = poison.Select(message => new { raw = message.Text, decoded = Decoded(message.Text) }),
            poisonTtlSeconds = poison.Select(message => (long)message.Kept.TotalSeconds),
            leftInQueue = await queues.CountAsync(queue, cancellationToken),
        };
    }

    private static async Task<object> DefaultsAsync(RestartableHost host, AppQueues queues, CancellationToken cancellationToken)
    {
        await queues.SendAsync("tiny-bad", "one", isBase64: true, cancellationToken);
        var calls = await host.Log.UntilAsync("queue-bad", 5, cancellationToken);
        await UntilHandledAsync(queues, "tiny-bad", cancellationToken);
        return new
        {
            dequeueCounts = calls.Select(AppQueues.DequeueCount),
            poison = (await queues.PeekAsync("tiny-bad-poison", cancellationToken)).Select(message => message.Text),
        };
    }

    private static async Task UntilHandledAsync(AppQueues queues, string queue, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await queues.CountAsync(queue, cancellationToken) > 0 && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(50, cancellationToken);
        }
    }

    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
