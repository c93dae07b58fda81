using LocalFunctionsHost;

namespace LocalHost.Tests.Host;

public sealed class DisposalStackTests
{
    [Fact]
    public async Task A_part_that_fails_to_end_does_not_keep_the_others_from_it()
    {
        var parts = new DisposalStack();
        var other = parts.Add(new FakeWorker());
        parts.Add(new Broken());
        await parts.DisposeAsync();
        Assert.True(other.IsDisposed);
    }

    private sealed class Broken : IDisposable
    {
        public void Dispose() => throw new IOException("It cannot end.");
    }
}
