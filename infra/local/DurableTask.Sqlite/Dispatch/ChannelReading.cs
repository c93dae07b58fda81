using System.Threading.Channels;

namespace DurableSqlite.Dispatch;

internal static class ChannelReading
{
    /// <summary>The next item, or null when the time is over or the dispatcher stops: an answer at once would be a hot loop.</summary>
    public static async ValueTask<T?> NextAsync<T>(ChannelReader<T> reader, TimeSpan timeout, CancellationToken cancellationToken)
        where T : class
    {
        if (reader.TryRead(out var item))
        {
            return item;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            return await reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
