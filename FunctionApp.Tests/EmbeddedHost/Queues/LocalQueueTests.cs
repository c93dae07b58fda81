using FuseDeskFlows.EmbeddedHost.Queues;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Extensions.Time.Testing;

namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

public sealed class LocalQueueTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_keeps_Azures_rules()
    {
        using var store = Open();
        await MessageQueueContract.CheckAsync(new LocalMessageQueue(store, "q", _time), by =>
        {
            _time.Advance(by);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Queues_do_not_see_each_others_messages()
    {
        using var store = Open();
        await new LocalMessageQueue(store, "a", _time).SendAsync(BinaryData.FromString("for a"), Cancel);
        Assert.Empty(await new LocalMessageQueue(store, "b", _time).ReceiveAsync(1, TimeSpan.FromMinutes(1), Cancel));
    }

    [Fact]
    public async Task Messages_survive_and_those_that_were_being_worked_on_come_back_at_once()
    {
        using (var store = Open())
        {
            var queue = new LocalMessageQueue(store, "q", _time);
            foreach (var text in new[] { "running", "delayed", "waiting" })
            {
                await queue.SendAsync(BinaryData.FromString(text), Cancel);
            }

            var taken = await queue.ReceiveAsync(2, TimeSpan.FromMinutes(10), Cancel);
            await queue.ReleaseAsync(taken[1], TimeSpan.FromMinutes(5), Cancel);
        }

        using var again = Open();
        var reopened = new LocalMessageQueue(again, "q", _time);
        var messages = await reopened.ReceiveAsync(16, TimeSpan.FromMinutes(10), Cancel);
        Assert.Equal(["running", "waiting"], messages.Select(m => m.Body.ToString()));
        Assert.Equal([2, 1], messages.Select(m => m.DequeueCount));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("delayed", Assert.Single(await reopened.ReceiveAsync(16, TimeSpan.FromMinutes(10), Cancel)).Body.ToString());
    }

    [Fact]
    public async Task A_message_that_somebody_else_took_over_is_neither_renewed_nor_deleted()
    {
        using var store = Open();
        var queue = new LocalMessageQueue(store, "q", _time);
        await queue.SendAsync(BinaryData.FromString("x"), Cancel);
        var slow = Assert.Single(await queue.ReceiveAsync(1, TimeSpan.FromSeconds(1), Cancel));
        _time.Advance(TimeSpan.FromSeconds(1));
        var quick = Assert.Single(await queue.ReceiveAsync(1, TimeSpan.FromSeconds(1), Cancel));
        await queue.DeleteAsync(slow, Cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.RenewAsync(slow, TimeSpan.FromMinutes(1), Cancel));
        Assert.NotNull(await queue.RenewAsync(quick, TimeSpan.FromSeconds(1), Cancel));
    }

    [Fact]
    public async Task Waiting_ends_with_the_next_message_without_polling()
    {
        using var store = Open();
        var queue = new LocalMessageQueue(store, "q", _time);
        var wait = queue.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        Assert.False(wait.IsCompleted);
        await queue.SendAsync(BinaryData.FromString("x"), Cancel);
        await wait.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        await queue.WaitAsync(TimeSpan.FromMinutes(1), Cancel).WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    private LocalQueueStore Open() => new(_folder.File("queues.db"), _time);
}
