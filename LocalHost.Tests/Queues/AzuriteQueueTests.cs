using LocalHost.Tests.Support;

namespace LocalHost.Tests.Queues;

public sealed class AzuriteQueueTests(Azurite azurite) : QueueContract, IClassFixture<Azurite>
{
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private protected override Task<string> StartAsync() => Task.FromResult(azurite.Require());

    private protected override Task PassAsync(TimeSpan time) => Task.Delay(time, Cancel);
}
