using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Tests.Orchestrations.Runs;

public sealed class BoundedFanOutTests
{
    private readonly Dictionary<int, TaskCompletionSource<string>> _calls = [];

    [Fact]
    public async Task The_next_call_begins_as_soon_as_one_ends_and_never_are_there_more_than_the_width()
    {
        var all = BoundedFanOut.RunAsync([0, 1, 2, 3], 2, CallAsync);
        Assert.Equal([0, 1], _calls.Keys);

        End(1);
        Assert.Equal([0, 1, 2], _calls.Keys);
        End(2);
        Assert.Equal([0, 1, 2, 3], _calls.Keys);
        End(3);
        Assert.False(all.IsCompleted);
        End(0);

        Assert.Equal(["0", "1", "2", "3"], await all);
    }

    [Fact]
    public void After_a_failure_none_begins_and_those_under_way_end()
    {
        var all = BoundedFanOut.RunAsync([0, 1, 2, 3], 2, CallAsync);

        _calls[0].SetException(new RunFailedException("Out of quota."));
        Assert.False(all.IsCompleted);
        End(1);

        Assert.True(all.IsFaulted);
        Assert.Equal("Out of quota.", Assert.IsType<RunFailedException>(all.Exception.InnerException).Message);
        Assert.Equal([0, 1], _calls.Keys);
    }

    [Fact]
    public async Task Nothing_to_call_is_done_at_once() => Assert.Empty(await BoundedFanOut.RunAsync<int, string>([], 2, CallAsync));

    [Fact]
    public Task A_width_of_nothing_is_a_mistake() =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => BoundedFanOut.RunAsync([0], 0, CallAsync));

    private async Task<string> CallAsync(int item)
    {
        var call = new TaskCompletionSource<string>();
        _calls[item] = call;
        return await call.Task;
    }

    private void End(int item) => _calls[item].SetResult($"{item}");
}
