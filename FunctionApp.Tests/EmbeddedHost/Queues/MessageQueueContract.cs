using FuseDeskFlows.EmbeddedHost.Queues;

namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

/// <summary>What every kind of queue has to do. Times are the queue's own.</summary>
internal static class MessageQueueContract
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CheckAsync(IMessageQueue queue, Func<TimeSpan, Task> pass)
    {
        Assert.Empty(await queue.ReceiveAsync(16, TimeSpan.FromMinutes(1), Cancel));

        await queue.SendAsync(BinaryData.FromString("one"), Cancel);
        await queue.SendAsync(BinaryData.FromString("two"), Cancel);
        await queue.SendAsync(BinaryData.FromBytes(new byte[] { 0, 255, 10 }), Cancel);

        // In order, and hidden from others once received.
        var first = await queue.ReceiveAsync(2, TimeSpan.FromSeconds(2), Cancel);
        Assert.Equal(["one", "two"], first.Select(m => m.Body.ToString()));
        Assert.All(first, m => Assert.Equal(1, m.DequeueCount));
        var rest = Assert.Single(await queue.ReceiveAsync(16, TimeSpan.FromMinutes(1), Cancel));
        Assert.Equal(new byte[] { 0, 255, 10 }, rest.Body.ToArray());
        await queue.DeleteAsync(rest, Cancel);

        // One is renewed, the other comes back.
        var kept = await queue.RenewAsync(first[0], TimeSpan.FromMinutes(1), Cancel);
        await pass(TimeSpan.FromSeconds(2.2));
        var back = Assert.Single(await queue.ReceiveAsync(16, TimeSpan.FromMinutes(1), Cancel));
        Assert.Equal("two", back.Body.ToString());
        Assert.Equal(2, back.DequeueCount);

        // Released ones come back when they are due.
        await queue.ReleaseAsync(kept, TimeSpan.Zero, Cancel);
        await queue.ReleaseAsync(back, TimeSpan.FromSeconds(2), Cancel);
        var again = Assert.Single(await queue.ReceiveAsync(16, TimeSpan.FromMinutes(1), Cancel));
        Assert.Equal("one", again.Body.ToString());
        await queue.DeleteAsync(again, Cancel);
        await pass(TimeSpan.FromSeconds(2.2));
        var last = Assert.Single(await queue.ReceiveAsync(16, TimeSpan.FromMinutes(1), Cancel));
        Assert.Equal(3, last.DequeueCount);
        await queue.DeleteAsync(last, Cancel);
    }
}
